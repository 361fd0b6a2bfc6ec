/**
 * For browser tests, run in the page before its own code: listens to what really leaves the audio graph and notes at
 * which sample each click begins; and notes with every drawn picture what the loudspeaker plays at that moment.
 */
import type { Studio } from './studio.ts';

/** A click: the second of the audio clock at which its first sample leaves the graph. */
export interface Click {
  readonly at_s: number;
}

/** A drawn picture: the scene time it shows, the word that the ball touches in it, and what is heard meanwhile. */
export interface Drawn {
  readonly at_ms: number;
  /** `line:index`; null where the ball touches none. */
  readonly touching: string | null;
  /**
   * The second of the audio clock that leaves the loudspeaker, as the browser says independently of our clock: when
   * the player read its position, and when the picture of it was drawn (drawing on the CPU takes its time).
   */
  readonly read_s: number;
  readonly drawn_s: number;
}

export interface Tap {
  readonly clicks: Click[];
  readonly drawn: Drawn[];
  /** Begins to note what this studio draws. */
  listen(studio: Studio): void;
  /** Forgets all, and what still rings from before: a click is told of a little after it has begun. */
  startAgain(): void;
}

declare global {
  interface Window {
    tap?: Tap;
  }
}

/** The loudness that begins a click, and the silence (seconds) after which another may begin. */
const TAP_PROCESSOR = `
registerProcessor('click-tap', class extends AudioWorkletProcessor {
  constructor() { super(); this.last = -1; }
  process(inputs) {
    const samples = inputs[0][0];
    if (samples) for (let i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) < 0.2) continue;
      const at = (currentFrame + i) / sampleRate;
      if (at - this.last > 0.05) this.port.postMessage(at);
      this.last = at;
    }
    return true;
  }
});`;

/** How long after a seek the sound of before may still ring, in seconds; less than half a word. */
const RINGS_S = 0.05;

/** The script for `page.addInitScript`: keeps the record at `window.tap`. */
export const TAP_SCRIPT = `(() => {
  const tap = { clicks: [], drawn: [], context: null, from_s: 0 };
  window.tap = tap;
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode && target.context instanceof AudioContext && tap.context === null) {
      const context = target.context;
      tap.context = context;
      const url = URL.createObjectURL(new Blob([${JSON.stringify(TAP_PROCESSOR)}], { type: 'text/javascript' }));
      context.audioWorklet.addModule(url).then(() => {
        const node = new AudioWorkletNode(context, 'click-tap', { numberOfOutputs: 1 });
        node.port.onmessage = ({ data }) => data > tap.from_s && tap.clicks.push({ at_s: data });
        connect.call(this, node);
        connect.call(node, context.destination);
      });
    }
    return connect.call(this, target, ...rest);
  };
  tap.startAgain = () => {
    for (const list of [tap.clicks, tap.drawn]) list.length = 0;
    tap.from_s = (tap.context?.currentTime ?? 0) + ${RINGS_S};
  };
  const heard = () => {
    const { contextTime, performanceTime } = tap.context.getOutputTimestamp();
    return contextTime + (performance.now() - performanceTime) / 1000;
  };
  tap.listen = ({ player, stage }) => {
    let read_s = 0;
    const tick = player.tick.bind(player);
    player.tick = () => {
      if (tap.context !== null) read_s = heard();
      return tick();
    };
    stage.onDraw((frame) => {
      if (tap.context === null) return;
      const touched = frame.lyrics.find(({ ball }) => ball !== null && ball.touching >= 0);
      const touching = touched ? touched.line + ':' + touched.ball.touching : null;
      tap.drawn.push({ at_ms: frame.at_ms, touching, read_s, drawn_s: heard() });
    });
  };
})();`;
