import { describe, expect, it } from 'vitest';
import type { SpokenLines } from '../link/host-schemas.ts';
import { VoiceDesk } from './voice-desk.ts';

const line = (id: string, text: string) => ({ id, text, voice: null });

const said = (real = true): SpokenLines['lines'][string] => ({
  audio_uri: '/v1/audio/x.wav',
  duration_ms: 900,
  quality: 'measured',
  engine: real ? 'eSpeak NG' : 'tone',
  real,
  words: [{ start_ms: 10, end_ms: 400 }],
});

describe('the voice desk', () => {
  it('asks only for what was not spoken yet, by text and voice', async () => {
    const asked: string[][] = [];
    const desk = new VoiceDesk(async (lines) => {
      asked.push(lines.map(({ text }) => text));
      return { lines: Object.fromEntries(lines.map(({ id }) => [id, said()])) };
    });
    expect(await desk.speak([line('a', 'one')])).toBe(true);
    expect(await desk.speak([line('renamed', 'one'), line('b', 'two')])).toBe(true);
    expect(await desk.speak([line('a', 'two')])).toBe(false);
    expect(asked).toEqual([['one'], ['two']]);
  });

  it('gives the times of the lines that were spoken, under their present names', async () => {
    const desk = new VoiceDesk(async () => ({ lines: { a: said() } }));
    await desk.speak([line('a', 'one')]);
    expect(desk.alignment([line('z', 'one'), line('b', 'two')])).toEqual({
      lines: { z: { quality: 'measured', duration_ms: 900, words: [{ start_ms: 10, end_ms: 400 }] } },
    });
    expect(desk.alignment([line('b', 'two')])).toBeNull();
  });

  it('names a stand-in as such', async () => {
    const desk = new VoiceDesk(async () => ({ lines: { a: said(false) } }));
    await desk.speak([line('a', 'one')]);
    expect(desk.state.value).toEqual({ kind: 'spoken', engine: 'tone', real: false });
  });

  it('says why there is no voice, and asks again the next time', async () => {
    let down = true;
    const desk = new VoiceDesk(async () => {
      if (down) throw new Error('The host does not answer.');
      return { lines: { a: said() } };
    });
    expect(await desk.speak([line('a', 'one')])).toBe(false);
    expect(desk.state.value).toMatchObject({ kind: 'failed', message: 'The host does not answer.' });
    down = false;
    expect(await desk.speak([line('a', 'one')])).toBe(true);
  });

  it('says why a line stays silent where no engine could speak it', async () => {
    const desk = new VoiceDesk(async () => ({
      lines: {
        a: { ...said(), audio_uri: null, engine: null, warnings: [{ code: 'x', message: 'No engine is ready.' }] },
      },
    }));
    expect(await desk.speak([line('a', 'one')])).toBe(false);
    expect(desk.state.value).toMatchObject({ kind: 'failed', message: 'No engine is ready.' });
    expect(desk.alignment([line('a', 'one')])).toBeNull();
  });

  it('gives up an older wish when a newer one comes', async () => {
    const signals: AbortSignal[] = [];
    const answers: (() => void)[] = [];
    const desk = new VoiceDesk((lines, signal) => {
      signals.push(signal);
      return new Promise((resolve) => {
        answers.push(() => resolve({ lines: Object.fromEntries(lines.map(({ id }) => [id, said()])) }));
      });
    });
    const first = desk.speak([line('a', 'one')]);
    const second = desk.speak([line('a', 'two')]);
    for (const answer of answers) answer();
    expect(await first).toBe(false);
    expect(await second).toBe(true);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});
