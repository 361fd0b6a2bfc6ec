import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt, STOPPED, type Transport } from '../transport.ts';
import { type Clip, scheduleSpeech } from './speech-schedule.ts';

const clip: Clip = { id: 'line', start_ms: 500, length_ms: 2000 };

const playing = (change: Partial<Transport>): Transport => ({
  ...STOPPED,
  playing: true,
  duration_ms: 6000,
  ...change,
});

describe('what must sound', () => {
  it('is nothing while paused', () => {
    expect(scheduleSpeech({ ...STOPPED, duration_ms: 6000 }, [clip], 0, 1e6)).toEqual([]);
  });

  it('begins a line exactly at its start', () => {
    const [cue] = scheduleSpeech(playing({ anchor_ms: 1000 }), [clip], 1000, 3000);
    expect(cue).toEqual({ clip: 'line', when_ms: 1500, offset_ms: 0, length_ms: 2000 });
  });

  it('begins inside the audio after a seek into a line', () => {
    const [cue] = scheduleSpeech(playing({ anchor_ms: 1000, position_ms: 1250 }), [clip], 1000, 3000);
    expect(cue).toEqual({ clip: 'line', when_ms: 1000, offset_ms: 750, length_ms: 1250 });
  });

  it('comes closer by the rate', () => {
    const [cue] = scheduleSpeech(playing({ rate: 2 }), [clip], 0, 3000);
    expect(cue?.when_ms).toBe(250);
  });

  it('is cut where a loop turns back, and begins again with each round', () => {
    const loop = { in_ms: 1000, out_ms: 2000 };
    const cues = scheduleSpeech(playing({ loop }), [clip], 0, 3500);
    expect(cues.map(({ when_ms, offset_ms, length_ms }) => [when_ms, offset_ms, length_ms])).toEqual([
      [500, 0, 1500],
      [2000, 500, 1000],
      [3000, 500, 1000],
    ]);
  });

  it('costs no more in the thousandth round than in the first', () => {
    const loop = { in_ms: 1000, out_ms: 2000 };
    const cues = scheduleSpeech(playing({ loop }), [clip], 1_000_500, 1_002_500);
    expect(cues).toHaveLength(3);
  });

  it('agrees with the picture: at every instant the audio under way is the audio of that position', () => {
    const transports = fc.record({
      position_ms: fc.integer({ min: 0, max: 5999 }),
      anchor_ms: fc.integer({ min: 0, max: 5000 }),
      rate: fc.constantFrom(0.5, 1, 1.5, 2),
      loop: fc.option(fc.constantFrom({ in_ms: 200, out_ms: 900 }, { in_ms: 1500, out_ms: 5000 })),
    });
    fc.assert(
      fc.property(transports, fc.integer({ min: 0, max: 20_000 }), (change, later) => {
        const transport = playing(change);
        const now = transport.anchor_ms + later;
        const position = positionAt(transport, now);
        const sounding = scheduleSpeech(transport, [clip], now, now + 1).filter(
          (cue) => now >= cue.when_ms && now < cue.when_ms + cue.length_ms / transport.rate,
        );
        const inside = position > clip.start_ms + 1 && position < clip.start_ms + clip.length_ms - 1;
        const over = position >= transport.duration_ms;
        if (inside && !over) {
          expect(sounding).toHaveLength(1);
          const cue = sounding[0];
          const heard = (cue?.offset_ms ?? 0) + (now - (cue?.when_ms ?? 0)) * transport.rate;
          expect(heard).toBeCloseTo(position - clip.start_ms, 4);
        }
      }),
    );
  });
});
