import type { Runtime, RuntimePlugin } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import type { Bench } from './life.ts';
import { withContext } from './workbench.ts';

const RUN = { run_id: 'kept', session_id: 's', label: 'l', auto_run: true };

/** What a runtime that lists the capability `durable` must add; the checks pass for others, which promise nothing. */
export function durabilityChecks(
  plugin: RuntimePlugin,
  bench: Bench<Runtime>,
  options: Readonly<Record<string, unknown>>,
): readonly Check[] {
  const durable = async (use: (start: () => Promise<Runtime>) => Promise<void>): Promise<void> => {
    const file = await bench.file();
    if (!file.manifest.capabilities.includes('durable')) return;
    await withContext(file, options, ({ context }) => use(() => plugin.start(context)));
  };
  return [
    {
      name: 'if durable: has everything again after a stop and a start',
      run: () =>
        durable(async (start) => {
          const before = await start();
          await before.create(RUN);
          const item = await before.enqueue(RUN.run_id, 'p');
          await before.saveScene('s', 0, 'scene');
          const sequence = await before.appendEvent('event');
          await before.stop();
          const after = await start();
          try {
            ensure((await after.run(RUN.run_id)).queue.queued === 1, 'the queued prompt was lost');
            ensure((await after.scene('s'))?.document === 'scene', 'the scene was lost');
            ensure((await after.eventsSince(0, 10))[0]?.event === 'event', 'the event was lost');
            ensure((await after.appendEvent('next')) > sequence, 'the sequence of events began anew');
            ensure(
              (await after.claim(RUN.run_id, 'w', 1000))?.queue_id === item.queue_id,
              'the prompt can not be claimed any more',
            );
          } finally {
            await after.stop();
          }
        }),
    },
    {
      name: 'if durable: two of them on one folder never claim the same item',
      run: () =>
        durable(async (start) => {
          const [one, two] = [await start(), await start()];
          try {
            await one.create(RUN);
            for (let i = 0; i < 20; i += 1) await (i % 2 ? one : two).enqueue(RUN.run_id, `p${i}`);
            const claims = await Promise.all(
              Array.from({ length: 30 }, (_, i) => (i % 2 ? one : two).claim(RUN.run_id, `w${i}`, 60_000)),
            );
            const ids = claims.flatMap((item) => (item ? [item.queue_id] : []));
            ensure(
              ids.length === 20 && new Set(ids).size === 20,
              `30 claims through two runtimes gave ${ids.length} items, ${new Set(ids).size} of them different, of 20`,
            );
          } finally {
            await one.stop();
            await two.stop();
          }
        }),
    },
  ];
}
