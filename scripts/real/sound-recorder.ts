/**
 * Run in a page before its own code: records what really leaves the audio graph of a studio, and notes which time of the
 * scene is heard at which second of the audio clock.
 */
import type { Studio } from '../../studio/studio.ts';

export interface Taken {
  /** Samples in a second. */
  readonly rate: number;
  /** 16-bit little-endian mono samples in base64: from the scene's first moment to its last. */
  readonly samples: string;
}

export interface Recorder {
  /** Forgets what was recorded, and records what this studio plays. */
  begin(studio: Studio): void;
  /** The scene's sound so far, by its own time; silence where nothing was recorded. Null where nothing was played. */
  take(duration_ms: number): Taken | null;
}

declare global {
  interface Window {
    recorder?: Recorder;
  }
}

const PROCESSOR = `
registerProcessor('recorder', class extends AudioWorkletProcessor {
  process([[samples]]) {
    if (samples) this.port.postMessage({ from: currentFrame, samples: samples.slice() });
    return true;
  }
});`;

/** The script for `page.addInitScript`: keeps the recorder at `window.recorder`. */
export const RECORDER_SCRIPT = `(() => {
  let context = null;
  let pieces = [];
  let starts = [];
  const listening = new WeakSet();
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode && target.context instanceof AudioContext && context === null) {
      context = target.context;
      const url = URL.createObjectURL(new Blob([${JSON.stringify(PROCESSOR)}], { type: 'text/javascript' }));
      context.audioWorklet.addModule(url).then(() => {
        const options = { numberOfOutputs: 1, channelCount: 1, channelCountMode: 'explicit' };
        const node = new AudioWorkletNode(context, 'recorder', options);
        node.port.onmessage = ({ data }) => pieces.push(data);
        connect.call(this, node);
        connect.call(node, context.destination);
      });
    }
    return connect.call(this, target, ...rest);
  };
  const base64 = (bytes) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(text);
  };
  window.recorder = {
    begin: ({ player }) => {
      pieces = [];
      starts = [];
      if (listening.has(player)) return;
      listening.add(player);
      const tick = player.tick.bind(player);
      player.tick = () => {
        const { contextTime, performanceTime } = context?.getOutputTimestamp() ?? { contextTime: 0, performanceTime: 0 };
        const heard_s = contextTime + (performance.now() - performanceTime) / 1000;
        const frame = tick();
        if (contextTime > 0 && player.playing.value && player.position.value > 0)
          starts.push(heard_s - player.position.value / 1000);
        return frame;
      };
    },
    take: (duration_ms) => {
      if (context === null || starts.length === 0) return null;
      const rate = context.sampleRate;
      const zero = Math.round(starts.sort((a, b) => a - b)[starts.length >> 1] * rate);
      const samples = new Int16Array(Math.round((duration_ms / 1000) * rate));
      for (const piece of pieces)
        for (let at = 0; at < piece.samples.length; at++) {
          const to = piece.from + at - zero;
          if (to >= 0 && to < samples.length) samples[to] = Math.round(Math.max(-1, Math.min(1, piece.samples[at])) * 32767);
        }
      return { rate, samples: base64(new Uint8Array(samples.buffer)) };
    },
  };
})();`;
