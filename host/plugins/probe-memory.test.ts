import { describe, expect, it } from 'vitest';
import type { Probe } from '../../plugins/contract/index.ts';
import { ProbeMemory } from './probe-memory.ts';

const unready = (detail: string): Probe => ({ ready: false, detail, version: null });

function memory() {
  const clock = { now: 0 };
  const asked: PromiseWithResolvers<Probe>[] = [];
  const probes = new ProbeMemory<Probe>(
    () => {
      const answer = Promise.withResolvers<Probe>();
      asked.push(answer);
      return answer.promise;
    },
    unready,
    () => clock.now,
  );
  const answer = (detail: string): void => asked.at(-1)?.resolve({ ready: true, detail, version: null });
  return { clock, probes, asked, answer };
}

describe('the memory of probes', () => {
  it('asks once, however many want to know', async () => {
    const { answer, asked, probes } = memory();
    const both = [probes.get('a'), probes.get('a')];
    answer('one');
    expect((await Promise.all(both)).map(({ detail }) => detail)).toEqual(['one', 'one']);
    await probes.get('a');
    expect(asked).toHaveLength(1);
  });

  it('gives the old answer at once while it fetches a new one', async () => {
    const { answer, asked, clock, probes } = memory();
    const first = probes.get('a');
    answer('one');
    await first;
    clock.now = 60_000;
    expect((await probes.get('a')).detail).toBe('one');
    expect(asked).toHaveLength(2);
    answer('two');
    await expect.poll(async () => (await probes.get('a')).detail).toBe('two');
  });

  it('waits for a new answer after the old one was forgotten', async () => {
    const { answer, probes } = memory();
    const first = probes.get('a');
    answer('one');
    await first;
    probes.forget('a');
    const next = probes.get('a');
    answer('two');
    expect((await next).detail).toBe('two');
  });

  it('takes a plugin that can not be asked for one that is not ready', async () => {
    const probes = new ProbeMemory<Probe>(
      () => Promise.reject(new Error('no such plugin')),
      unready,
      () => 0,
    );
    expect(await probes.get('a')).toEqual(unready('no such plugin'));
  });
});
