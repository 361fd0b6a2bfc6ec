import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { AudioClock, FrameClock } from './clock.ts';
import { Compiler } from './compile/compiler.ts';
import { workerChannel } from './compile/worker-channel.ts';
import type { RecalledScene } from './library/library-client.ts';
import { EventStream, type Socket, webSocket } from './link/event-stream.ts';
import { HostClient } from './link/host-client.ts';
import type { HostEvent } from './link/host-schemas.ts';
import { Notices } from './notices.ts';
import { fetchOpening } from './opening.ts';
import { Player } from './player.ts';
import { SceneDesk } from './scene-desk.ts';
import { apiKey, preference, sessionId } from './session.ts';
import { AudioOutput } from './sound/audio-output.ts';
import { SoundShelf } from './sound/sound-shelf.ts';
import { SpeechTrack } from './sound/speech-track.ts';
import { VoiceDesk } from './sound/voice-desk.ts';
import { builtinRenderers, servedRenderer } from './stage/renderer-shelf.ts';
import { SceneFiles } from './stage/scene-files.ts';
import { SLOW, StageView } from './stage/stage-view.ts';
import { takeFiles } from './take-files.ts';
import { TurnDesk } from './turn-desk.ts';

const later = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything that the page is made of, put together once; elements show it and hand it what people do. */
export class Studio {
  readonly host: HostClient;
  readonly player: Player;
  readonly stage: StageView;
  readonly scene: SceneDesk<AudioBuffer>;
  readonly turns: TurnDesk;
  readonly voice: VoiceDesk;
  readonly events: EventStream;
  readonly notices = new Notices();
  readonly output = new AudioOutput();
  readonly sessionId = sessionId();
  private readonly base: URL;
  private readonly track: SpeechTrack<AudioBuffer>;
  private readonly silentClock = new FrameClock();
  private soundless = false;
  private readonly keyWantedSignal = signal(false);
  private readonly logSignal = signal<readonly HostEvent[]>([]);
  private readonly volumeSignal = signal(Number(preference.read('volume') ?? 1));
  private readonly mutedSignal = signal(false);

  /** `base`: the host's address. `stageBox`: where the canvas goes. */
  constructor(base: URL, stageBox: HTMLElement) {
    this.base = base;
    this.host = new HostClient(base, { key: apiKey.read, refused: () => this.wantKey() });
    this.player = new Player(new AudioClock(this.output, () => performance.now()));
    const files = new SceneFiles((path) => this.host.file(path));
    this.stage = new StageView(stageBox, builtinRenderers(), Number(preference.read('quality') ?? 1), files.fetchFile);
    takeFiles(window, files, this.notices, () => {
      this.stage.forgetFiles();
      void this.scene.refresh(0);
    });
    this.stage.warned = (warning) => {
      if (warning.code !== SLOW) this.notices.tell('warning', warning.message, null, warning.code);
      void this.host.report([warning]).catch((error: unknown) => this.notices.trouble(error));
    };
    this.track = new SpeechTrack(this.output);
    this.voice = new VoiceDesk((lines, signal) => this.host.speech(lines, signal));
    const sounds = new SoundShelf((uri) => this.host.audio(uri));
    this.scene = new SceneDesk<AudioBuffer>(this.player, {
      compile: (...wish) => this.compiler().compile(...wish),
      prepareStage: (timeline) => this.stage.prepare(timeline),
      voice: this.voice,
      sound: (uri) => sounds.get(uri),
      effect: (name, volume) => sounds.effect(name, volume),
      soundLength_ms: (sound) => sound.duration * 1000,
      setClips: (clips) => this.track.setClips(clips),
      pause,
      onTrouble: (error) => this.notices.trouble(error),
    });
    this.events = new EventStream({
      connect: () => this.connect(),
      onEvent: (event) => this.receive(event),
      onRefused: () => this.wantKey(),
      later,
    });
    this.turns = new TurnDesk({
      session_id: this.sessionId,
      orchestrate: (turn, watch, abort) => this.host.orchestrate(turn, watch, abort),
      perform: (script) => this.perform(script),
      mode: () => this.scene.mode.value,
      script: () => this.scene.script.value.text,
      firstSight: (session_id, turn_id) => this.events.firstSight(session_id, turn_id),
    });
    effect(() => this.output.setLoudness(this.mutedSignal.value ? 0 : this.volumeSignal.value));
  }

  get keyWanted(): ReadonlySignal<boolean> {
    return this.keyWantedSignal;
  }
  /** The latest events, newest first. */
  get log(): ReadonlySignal<readonly HostEvent[]> {
    return this.logSignal;
  }
  get volume(): ReadonlySignal<number> {
    return this.volumeSignal;
  }
  get muted(): ReadonlySignal<boolean> {
    return this.mutedSignal;
  }

  /** Shows the scene that the build has compiled: the first picture waits for nothing else. */
  async openFirstScene(): Promise<void> {
    requestAnimationFrame((time) => this.draw(time));
    try {
      const { script, timeline } = await fetchOpening(this.base);
      await this.scene.open(script, timeline);
    } catch (error) {
      this.notices.trouble(error);
    }
  }

  /** Fetches what typing, speaking and other people need: compiler, voice, renderers, events. */
  async connectAll(): Promise<void> {
    this.events.start();
    await Promise.all([this.findLibrary().then(() => this.scene.refresh(0)), this.findRenderers()]);
  }

  /** Plays; asks the browser for sound first, and plays without where there is none. */
  async play(): Promise<void> {
    if (!this.soundless && !(await this.output.open())) {
      if (!navigator.userActivation.hasBeenActive) return;
      this.soundless = true;
      this.player.useClock(this.silentClock);
      this.notices.tell('warning', 'This browser gives no sound, so the scene plays silently.');
    }
    this.player.play();
  }

  toggle(): void {
    if (this.player.playing.value) this.player.pause();
    else void this.play();
  }

  /** Whether the scene waits for a click on this thing. */
  reacts(target: string): boolean {
    const machines = this.player.timeline.value?.machines ?? [];
    return machines.some(({ transitions }) =>
      transitions.some(({ trigger }) => trigger.kind === 'click' && trigger.target === target),
    );
  }

  /** Whether the scene waits for this key, which is then not one of the studio's. */
  listensTo(key: string): boolean {
    const machines = this.player.timeline.value?.machines ?? [];
    return machines.some(({ transitions }) =>
      transitions.some(({ trigger }) => trigger.kind === 'key' && trigger.key === key),
    );
  }

  setVolume(volume: number): void {
    this.volumeSignal.value = volume;
    this.mutedSignal.value = false;
    preference.write('volume', String(volume));
  }

  setMuted(muted: boolean): void {
    this.mutedSignal.value = muted;
  }

  /** Takes a key from the person and tries again what was refused. */
  useKey(key: string): void {
    apiKey.write(key);
    this.keyWantedSignal.value = false;
    this.events.start();
    void this.findLibrary().then(() => this.scene.refresh(0));
    void this.findRenderers();
  }

  /** Puts a saved scene on the stage, where the next prompt changes it. */
  async takeUp({ scene_id, revision, script, mode, files }: RecalledScene): Promise<void> {
    this.turns.takeUp({ scene_id, revision });
    await this.scene.replace(script, files, mode);
  }

  private wantKey(): void {
    this.keyWantedSignal.value = true;
  }

  private worker: Compiler | null = null;

  private compiler(): Compiler {
    this.worker ??= new Compiler(
      workerChannel(new Worker(new URL('./compile/compile-worker.ts', import.meta.url), { type: 'module' })),
    );
    return this.worker;
  }

  private async perform(script: string): Promise<void> {
    await this.scene.replace(script);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!calm) await this.play();
  }

  private async connect(): Promise<Socket> {
    return webSocket(this.host.eventsUrl(await this.host.ticket()));
  }

  private receive(event: HostEvent): void {
    this.logSignal.value = [event, ...this.logSignal.value].slice(0, 50);
    void this.turns.receive(event);
  }

  private async findLibrary(): Promise<void> {
    try {
      this.compiler().setLibrary(await this.host.library());
    } catch (error) {
      this.notices.trouble(error);
    }
  }

  private async findRenderers(): Promise<void> {
    try {
      for (const listed of await this.host.renderers()) {
        const entry = servedRenderer(listed, this.base);
        if (entry !== null) this.stage.addRenderer(entry);
      }
    } catch (error) {
      this.notices.trouble(error);
    }
  }

  private draw(time_ms: number): void {
    requestAnimationFrame((next) => this.draw(next));
    this.silentClock.frame(time_ms);
    const frame = this.player.tick();
    this.track.follow(this.player.transport);
    if (frame !== null && !this.stage.draw(frame, time_ms)) this.player.invalidate();
  }
}
