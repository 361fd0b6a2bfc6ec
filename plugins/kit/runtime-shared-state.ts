import type { Runtime } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import type { Bench } from './life.ts';
import { ensureCode } from './runtime-queue.ts';
import { failureOf } from './settle.ts';

/** Scene revisions and events. */
export function sharedStateChecks(bench: Bench<Runtime>): readonly Check[] {
  const check = (name: string, run: (runtime: Runtime) => Promise<void>): Check => ({
    name,
    run: () => bench.started(run),
  });
  return [
    check('keeps scenes by revision', async (runtime) => {
      ensure((await runtime.scene('new')) === null, 'a scene that was never saved is not null');
      const first = await runtime.saveScene('new', 0, { step: 1 });
      const second = await runtime.saveScene('new', 1, { step: 2 });
      ensure(
        first.revision === 1 && second.revision === 2,
        `the revisions are ${first.revision} and ${second.revision}, not 1 and 2`,
      );
      const kept = await runtime.scene('new');
      ensure(JSON.stringify(kept?.document) === '{"step":2}', 'the newest document is not the one saved last');
    }),
    check('refuses a scene saved on an old revision, or on one that does not exist yet', async (runtime) => {
      await runtime.saveScene('s', 0, 'one');
      for (const base of [0, 2, -1])
        ensureCode(
          await failureOf(`saveScene on revision ${base}`, () => runtime.saveScene('s', base, 'x')),
          'revision-conflict',
        );
      ensureCode(
        await failureOf('saveScene of a new scene on revision 1', () => runtime.saveScene('t', 1, 'x')),
        'revision-conflict',
      );
      ensure((await runtime.scene('s'))?.document === 'one', 'a refused document was kept');
    }),
    check('lets one of many writers of the same revision through', async (runtime) => {
      const attempts = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => runtime.saveScene('s', 0, i)));
      const won = attempts.filter((one) => one.status === 'fulfilled').length;
      ensure(won === 1, `${won} of 8 writers saved on the same revision; one must win`);
    }),
    check('is not changed from outside after it has taken something', async (runtime) => {
      const document = { list: ['as it was'] };
      await runtime.saveScene('s', 0, document);
      document.list.push('changed later');
      const kept = await runtime.scene('s');
      ensure(
        JSON.stringify(kept?.document) === '{"list":["as it was"]}',
        'changing the document after saving changed what is kept',
      );
    }),
    check('numbers events upwards and reads them back in order, from anywhere', async (runtime) => {
      const sequences: number[] = [];
      for (let i = 0; i < 5; i += 1) sequences.push(await runtime.appendEvent({ i }));
      ensure(
        sequences.every((one, i) => i === 0 || one > (sequences[i - 1] ?? 0)),
        `the sequence numbers are ${sequences.join()}, not rising`,
      );
      const two = await runtime.eventsSince(sequences[1] ?? 0, 2);
      ensure(
        two.map((one) => JSON.stringify(one.event)).join() === '{"i":2},{"i":3}',
        'the two events after the second are not the third and fourth',
      );
      ensure((await runtime.eventsSince(sequences[4] ?? 0, 10)).length === 0, 'there are events after the last');
    }),
  ];
}
