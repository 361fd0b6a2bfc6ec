import type { AudioTime } from '../clock.ts';

/** The way to the loudspeaker. The context is made at the first wish to play: browsers want a gesture before sound. */
export class AudioOutput implements AudioTime {
  private context: AudioContext | null = null;
  private gain: GainNode | null = null;
  private loudness = 1;

  get currentTime(): number {
    return this.context?.currentTime ?? 0;
  }

  get latency(): number {
    return this.context === null ? 0 : this.context.outputLatency || this.context.baseLatency || 0;
  }

  get running(): boolean {
    return this.context?.state === 'running';
  }

  /** True once sound may be heard. False when the browser still waits for a gesture, or there is no sound hardware. */
  async open(): Promise<boolean> {
    const context = this.context ?? this.make();
    if (context.state === 'running') return true;
    const patience = new Promise<void>((resolve) => setTimeout(resolve, 1500));
    await Promise.race([context.resume(), patience]);
    return this.running;
  }

  /** 0 silent to 1 as recorded. */
  setLoudness(loudness: number): void {
    this.loudness = loudness;
    if (this.gain !== null && this.context !== null) {
      this.gain.gain.setTargetAtTime(loudness, this.context.currentTime, 0.015);
    }
  }

  /** Orders a stretch of a buffer at an exact context time (seconds); the answer stops it. */
  start(
    buffer: AudioBuffer,
    cue: { readonly when: number; readonly offset: number; readonly length: number; readonly rate: number },
  ): () => void {
    const context = this.context ?? this.make();
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = cue.rate;
    source.connect(this.gain ?? context.destination);
    source.start(cue.when, cue.offset, cue.length);
    return () => {
      source.onended = null;
      source.stop();
      source.disconnect();
    };
  }

  private make(): AudioContext {
    const context = new AudioContext({ latencyHint: 'interactive' });
    const gain = context.createGain();
    gain.gain.value = this.loudness;
    gain.connect(context.destination);
    this.context = context;
    this.gain = gain;
    return context;
  }
}
