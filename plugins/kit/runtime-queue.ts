import type { Runtime } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import type { Bench } from './life.ts';
import { failureOf } from './settle.ts';

const RUN = { run_id: 'kit-run', session_id: 'kit-session', label: 'a run of the kit', auto_run: false };
const LEASE_MS = 60_000;
const OK = { ok: true } as const;

/** Runs and their queues. */
export function queueChecks(bench: Bench<Runtime>): readonly Check[] {
  const check = (name: string, run: (runtime: Runtime) => Promise<void>): Check => ({
    name,
    run: () => bench.started(run),
  });
  return [
    check('creates runs, under the id asked for or one of its own, and lists them in order', async (runtime) => {
      const run = await runtime.create(RUN);
      ensure(run.run_id === RUN.run_id, `it was asked for the run_id "${RUN.run_id}" and gave "${run.run_id}"`);
      ensure(run.status === 'idle', `a new run is "${run.status}", not "idle"`);
      ensure(
        run.label === RUN.label && run.session_id === RUN.session_id,
        'label or session of the run are not those given',
      );
      const other = await runtime.create({ session_id: 's', label: 'l', auto_run: true });
      ensure(other.run_id !== '' && other.run_id !== run.run_id, 'a run without an id was not given one of its own');
      ensure(other.auto_run, 'auto_run was lost');
      const listed = (await runtime.runs()).map((one) => one.run_id);
      ensure(
        listed.join() === [run.run_id, other.run_id].join(),
        'the runs are not listed in the order in which they were created',
      );
    }),
    check('refuses a run_id that is taken', async (runtime) => {
      await runtime.create(RUN);
      ensureCode(await failureOf('create with a run_id that is taken', () => runtime.create(RUN)), 'run-exists');
    }),
    check('fails with "unknown-run" for a run that does not exist', async (runtime) => {
      ensureCode(await failureOf('run', () => runtime.run('nobody')), 'unknown-run');
      ensureCode(await failureOf('enqueue', () => runtime.enqueue('nobody', 'p')), 'unknown-run');
      ensureCode(await failureOf('claim', () => runtime.claim('nobody', 'w', LEASE_MS)), 'unknown-run');
      ensureCode(await failureOf('setStatus', () => runtime.setStatus('nobody', 'paused')), 'unknown-run');
    }),
    check('sets the status of a run and its last error', async (runtime) => {
      await runtime.create(RUN);
      await runtime.setStatus(RUN.run_id, 'error', 'it broke');
      const kept = await runtime.setStatus(RUN.run_id, 'paused');
      ensure(
        kept.status === 'paused' && kept.last_error === 'it broke',
        'a status without an error did not leave the last error as it was',
      );
      const cleared = await runtime.setStatus(RUN.run_id, 'idle', null);
      ensure(cleared.last_error === null, 'null did not clear the last error');
    }),
    check('hands out prompts in the order in which they came, and counts them', async (runtime) => {
      await runtime.create(RUN);
      const prompts = ['first', 'second', 'third \u0000 🙂'];
      for (const prompt of prompts) await runtime.enqueue(RUN.run_id, prompt);
      const claimed: string[] = [];
      for (
        let item = await runtime.claim(RUN.run_id, 'w', LEASE_MS);
        item;
        item = await runtime.claim(RUN.run_id, 'w', LEASE_MS)
      ) {
        ensure(
          item.status === 'processing' && item.attempts === 1,
          `a claimed item is "${item.status}" with ${item.attempts} attempts`,
        );
        claimed.push(item.prompt);
      }
      ensure(
        claimed.join('|') === prompts.join('|'),
        `the prompts came out as ${JSON.stringify(claimed)}, not in order or not whole`,
      );
      const { queue } = await runtime.run(RUN.run_id);
      ensure(queue.queued === 0 && queue.processing === 3, `after three claims it counts ${JSON.stringify(queue)}`);
    }),
    check('never hands one item to two', async (runtime) => {
      await runtime.create(RUN);
      for (let i = 0; i < 10; i += 1) await runtime.enqueue(RUN.run_id, `prompt ${i}`);
      const claims = await Promise.all(
        Array.from({ length: 25 }, (_, i) => runtime.claim(RUN.run_id, `worker ${i}`, LEASE_MS)),
      );
      const ids = claims.flatMap((item) => (item ? [item.queue_id] : []));
      ensure(new Set(ids).size === ids.length, 'one item was handed to two workers');
      ensure(ids.length === 10, `25 workers claimed ${ids.length} of 10 items`);
    }),
    check('ends an item together with its effects', async (runtime) => {
      const item = await claimed(runtime);
      const effects = {
        scene: { scene_id: 's', base_revision: 0, document: { a: [1, 'é'] } },
        events: [{ n: 1 }, { n: 2 }],
      };
      const ended = await runtime.acknowledge(item, 'w', OK, effects);
      ensure(ended.status === 'done', `an acknowledged item is "${ended.status}", not "done"`);
      const scene = await runtime.scene('s');
      ensure(
        scene?.revision === 1 && JSON.stringify(scene.document) === '{"a":[1,"é"]}',
        'the scene of the effects was not saved as it was',
      );
      const events = (await runtime.eventsSince(0, 10)).map((one) => JSON.stringify(one.event));
      ensure(events.join() === '{"n":1},{"n":2}', `the events of the effects are ${events.join()}`);
    }),
    check('ends a failed item with its error', async (runtime) => {
      const item = await claimed(runtime);
      const ended = await runtime.acknowledge(item, 'w', { ok: false, error: 'no idea' }, {});
      ensure(ended.status === 'error', `an item that failed is "${ended.status}", not "error"`);
      ensure(
        (await runtime.run(RUN.run_id)).last_error === 'no idea',
        'the error of the item is not the last error of its run',
      );
    }),
    check('on a revision conflict leaves all as it was', async (runtime) => {
      await runtime.saveScene('s', 0, 'before');
      const item = await claimed(runtime);
      const effects = { scene: { scene_id: 's', base_revision: 0, document: 'late' }, events: ['late'] };
      ensureCode(
        await failureOf('acknowledge on an old revision', () => runtime.acknowledge(item, 'w', OK, effects)),
        'revision-conflict',
      );
      ensure(
        (await runtime.scene('s'))?.document === 'before',
        'the scene changed although the acknowledgement failed',
      );
      ensure(
        (await runtime.eventsSince(0, 10)).length === 0,
        'an event was stored although the acknowledgement failed',
      );
      const again = await runtime.acknowledge(item, 'w', OK, {});
      ensure(again.status === 'done', 'after the conflict the item could not be acknowledged any more');
    }),
    check('lets only the claimant acknowledge, and only once', async (runtime) => {
      const item = await claimed(runtime);
      const effects = { events: ['twice'] };
      ensureCode(
        await failureOf('acknowledge by another worker', () => runtime.acknowledge(item, 'x', OK, effects)),
        'not-claimed',
      );
      ensureCode(
        await failureOf('acknowledge of no item', () => runtime.acknowledge('none', 'w', OK, effects)),
        'not-claimed',
      );
      await runtime.acknowledge(item, 'w', OK, effects);
      ensureCode(
        await failureOf('a second acknowledge', () => runtime.acknowledge(item, 'w', OK, effects)),
        'not-claimed',
      );
      ensure((await runtime.eventsSince(0, 10)).length === 1, 'the effects of one item were applied more than once');
    }),
    check('puts back what was leased too long, and only that', async (runtime) => {
      const item = await claimed(runtime);
      ensure((await runtime.recover(Date.now())).length === 0, 'it put back an item whose lease had not run out');
      const back = await runtime.recover(Date.now() + 2 * LEASE_MS);
      ensure(
        back.length === 1 && back[0]?.queue_id === item && back[0].status === 'queued',
        'the item whose lease ran out was not put back',
      );
      ensureCode(
        await failureOf('acknowledge after the lease was lost', () => runtime.acknowledge(item, 'w', OK, {})),
        'not-claimed',
      );
      const again = await runtime.claim(RUN.run_id, 'x', LEASE_MS);
      ensure(
        again?.queue_id === item && again.attempts === 2,
        'the item that was put back was not handed out a second time, with attempts 2',
      );
    }),
  ];
}

async function claimed(runtime: Runtime): Promise<string> {
  await runtime.create(RUN);
  await runtime.enqueue(RUN.run_id, 'a prompt');
  const item = await runtime.claim(RUN.run_id, 'w', LEASE_MS);
  ensure(item !== null, 'a queued prompt could not be claimed');
  return item.queue_id;
}

export function ensureCode(failure: { readonly code: string; readonly message: string }, code: string): void {
  ensure(failure.code === code, `it failed with "${failure.code}" (${failure.message}), not with "${code}"`);
}
