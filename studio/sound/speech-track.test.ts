import { describe, expect, it } from 'vitest';
import { STOPPED, type Transport } from '../transport.ts';
import { SpeechTrack } from './speech-track.ts';

interface Order {
  readonly sound: string;
  readonly when: number;
  readonly offset: number;
  stopped: boolean;
}

function loudspeaker() {
  const orders: Order[] = [];
  return {
    orders,
    currentTime: 0,
    start(sound: string, cue: { when: number; offset: number }) {
      const order: Order = { sound, when: cue.when, offset: cue.offset, stopped: false };
      orders.push(order);
      return () => {
        order.stopped = true;
      };
    },
  };
}

const clip = { id: 'line', start_ms: 500, length_ms: 2000, sound: 'hello' };
const playing = (change: Partial<Transport> = {}): Transport => ({
  ...STOPPED,
  playing: true,
  duration_ms: 6000,
  ...change,
});

describe('the speech track', () => {
  it('orders each clip once, however often it is asked', () => {
    const output = loudspeaker();
    const track = new SpeechTrack<string>(output);
    track.setClips([clip]);
    const transport = playing();
    for (let frame = 0; frame < 5; frame++) track.follow(transport);
    expect(output.orders).toEqual([{ sound: 'hello', when: 0.5, offset: 0, stopped: false }]);
  });

  it('stops what sounds when playback is paused', () => {
    const output = loudspeaker();
    const track = new SpeechTrack<string>(output);
    track.setClips([clip]);
    track.follow(playing());
    track.follow({ ...playing(), playing: false });
    expect(output.orders.map(({ stopped }) => stopped)).toEqual([true]);
  });

  it('begins inside the clip when it arrives late', () => {
    const output = loudspeaker();
    const track = new SpeechTrack<string>(output);
    track.follow(playing());
    output.currentTime = 1.5;
    track.setClips([clip]);
    expect(output.orders).toEqual([{ sound: 'hello', when: 1.5, offset: 1, stopped: false }]);
  });

  it('orders the next round of a loop before it begins', () => {
    const output = loudspeaker();
    const track = new SpeechTrack<string>(output);
    track.setClips([clip]);
    const transport = playing({ loop: { in_ms: 400, out_ms: 3000 } });
    track.follow(transport);
    expect(output.orders).toHaveLength(1);
    output.currentTime = 1.5;
    track.follow(transport);
    expect(output.orders.map(({ when }) => when)).toEqual([0.5, 3.1]);
  });
});
