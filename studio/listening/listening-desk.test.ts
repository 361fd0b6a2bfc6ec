import { describe, expect, it } from 'vitest';
import { HostError } from '../link/host-error.ts';
import { ListeningDesk, type ListeningDeskNeeds, LONGEST_MS, type Recording } from './listening-desk.ts';

function bench(more: Partial<ListeningDeskNeeds> = {}) {
  const log: string[] = [];
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const recording: Recording = {
    level: () => 0.5,
    finish: async () => {
      log.push('finish');
      return new Blob(['sound']);
    },
    discard: () => log.push('discard'),
  };
  const desk = new ListeningDesk({
    listener: async () => ({ engine: 'ear', real: true }),
    openMicrophone: async () => {
      log.push('open');
      return recording;
    },
    transcribe: async () => ' a cow jumps ',
    hush: () => log.push('hush'),
    heard: (text) => log.push(`heard ${text}`),
    later: (run, ms) => {
      timers.push({ run, ms });
      return () => log.push('timer stopped');
    },
    ...more,
  });
  return { desk, log, timers };
}

describe('the listening desk', () => {
  it('quiets the studio, records, and tells what was said', async () => {
    const { desk, log } = bench();
    await desk.toggle();
    expect(desk.state.value).toEqual({ kind: 'recording' });
    expect(desk.level()).toBe(0.5);
    await desk.toggle();
    expect(log).toEqual(['hush', 'open', 'timer stopped', 'finish', 'heard a cow jumps']);
    expect(desk.state.value).toEqual({ kind: 'idle' });
    expect(desk.level()).toBe(0);
  });

  it('ends a recording by itself after a minute', async () => {
    const { desk, log, timers } = bench();
    await desk.toggle();
    expect(timers.map(({ ms }) => ms)).toEqual([LONGEST_MS]);
    timers[0]?.run();
    await expect.poll(() => log.at(-1)).toBe('heard a cow jumps');
  });

  it.each([
    ['nobody', { engine: null, real: false }],
    ['only a stand-in', { engine: 'text', real: false }],
  ])('asks for no microphone where %s would listen, and says what to install', async (_who, listener) => {
    const { desk, log } = bench({ listener: async () => listener });
    await desk.toggle();
    expect(desk.state.value).toMatchObject({ kind: 'failed', code: 'studio/nobody-listens' });
    expect(log).not.toContain('open');
  });

  it('says why the browser gave no microphone, and may be asked again', async () => {
    const refusal = { code: 'studio/microphone-denied', message: 'Not allowed.', cure: 'Allow it.' };
    const answers: (Recording | typeof refusal)[] = [refusal];
    const recording: Recording = { level: () => 0, finish: async () => new Blob(), discard: () => {} };
    const { desk } = bench({ openMicrophone: async () => answers.pop() ?? recording });
    await desk.toggle();
    expect(desk.state.value).toEqual({ kind: 'failed', ...refusal });
    await desk.toggle();
    expect(desk.state.value).toEqual({ kind: 'recording' });
  });

  it('says that no words were understood', async () => {
    const { desk, log } = bench({ transcribe: async () => '  ' });
    await desk.toggle();
    await desk.toggle();
    expect(desk.state.value).toMatchObject({ kind: 'failed', code: 'studio/nothing-heard' });
    expect(log.some((each) => each.startsWith('heard'))).toBe(false);
  });

  it('passes on the error of the host', async () => {
    const refused = new HostError('stt_engine_unavailable', 'No engine.', { status: 503, cure: 'Install one.' });
    const { desk } = bench({ transcribe: async () => Promise.reject(refused) });
    await desk.toggle();
    await desk.toggle();
    expect(desk.state.value).toEqual({
      kind: 'failed',
      code: 'stt_engine_unavailable',
      message: 'No engine.',
      cure: 'Install one.',
    });
  });

  it('lets go of the microphone when it is given up, and hears nothing', async () => {
    const { desk, log } = bench();
    await desk.toggle();
    desk.cancel();
    expect(log).toEqual(['hush', 'open', 'timer stopped', 'discard']);
    expect(desk.state.value).toEqual({ kind: 'idle' });
  });

  it('lets go of a microphone that comes after it was given up', async () => {
    let open: (recording: Recording) => void = () => {};
    const { desk, log } = bench({ openMicrophone: () => new Promise((resolve) => (open = resolve)) });
    const began = desk.toggle();
    await expect.poll(() => log).toContain('hush');
    desk.cancel();
    open({ level: () => 0, finish: async () => new Blob(), discard: () => log.push('discarded late') });
    await began;
    expect(log.at(-1)).toBe('discarded late');
    expect(desk.state.value).toEqual({ kind: 'idle' });
  });

  it('forgets words that come after it was given up', async () => {
    let answer: (text: string) => void = () => {};
    const { desk, log } = bench({ transcribe: () => new Promise((resolve) => (answer = resolve)) });
    await desk.toggle();
    const finished = desk.toggle();
    await expect.poll(() => log).toContain('finish');
    desk.cancel();
    answer('too late');
    await finished;
    expect(log.some((each) => each.startsWith('heard'))).toBe(false);
  });
});
