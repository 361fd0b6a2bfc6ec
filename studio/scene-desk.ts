import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type Alignment,
  createSampler,
  type Diagnostic,
  type Happening,
  type Mode,
  soundsOf,
  type Timeline,
  type Trigger,
} from '../dsl/index.ts';
import type { Compiled } from './compile/compiler.ts';
import type { Player } from './player.ts';
import type { SpokenClip } from './sound/speech-track.ts';
import type { VoiceDesk } from './sound/voice-desk.ts';

/** What the desk hands its work to; in the studio a worker, a canvas, the host and the loudspeaker. */
export interface SceneDeskNeeds<Sound> {
  readonly compile: (
    text: string,
    mode: Mode,
    alignment: Alignment | null,
    files: DataFiles,
  ) => Promise<Compiled | null>;
  readonly prepareStage: (timeline: Timeline) => Promise<void>;
  readonly voice: VoiceDesk;
  readonly sound: (uri: string) => Promise<Sound>;
  /** A sound that the script asks for by name. */
  readonly effect: (name: string, volume: number) => Promise<Sound>;
  readonly soundLength_ms: (sound: Sound) => number;
  readonly setClips: (clips: readonly SpokenClip<Sound>[]) => void;
  readonly pause: (ms: number) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** Data files that lie beside a script, by the name that the script uses. */
export type DataFiles = Readonly<Record<string, string>>;

const NO_FILES: DataFiles = {};

/** The script as it stands; `replaced` counts the times that it came from elsewhere than the editor. */
export interface ScriptState {
  readonly text: string;
  readonly replaced: number;
}

/** Quiet after the last keystroke before a voice is asked to speak. */
const SPEAK_AFTER_MS = 350;

/**
 * From script to what plays: compiles at every change, keeps the last good picture while there are errors, has the
 * lines spoken, and plans again with the times that the voice measured.
 */
export class SceneDesk<Sound> {
  private readonly needs: SceneDeskNeeds<Sound>;
  private readonly player: Player;
  private readonly scriptSignal = signal<ScriptState>({ text: '', replaced: 0 });
  private readonly modeSignal = signal<Mode>('2d');
  private readonly diagnosticsSignal = signal<readonly Diagnostic[]>([]);
  private readonly busySignal = signal(false);
  private lines: Timeline['lines'] = [];
  private files = NO_FILES;
  /** The timeline as it was planned, and what viewers have set off in it since. */
  private planned: Timeline | null = null;
  private happenings: readonly Happening[] = [];
  private wish = 0;

  constructor(player: Player, needs: SceneDeskNeeds<Sound>) {
    this.player = player;
    this.needs = needs;
  }

  get script(): ReadonlySignal<ScriptState> {
    return this.scriptSignal;
  }
  get mode(): ReadonlySignal<Mode> {
    return this.modeSignal;
  }
  get diagnostics(): ReadonlySignal<readonly Diagnostic[]> {
    return this.diagnosticsSignal;
  }
  /** What lies beside the script. */
  get dataFiles(): DataFiles {
    return this.files;
  }
  /** Another reading or script is on its way to the stage. */
  get busy(): ReadonlySignal<boolean> {
    return this.busySignal;
  }

  /** Shows a scene that was compiled already: the opening, before the compiler is even fetched. */
  async open(text: string, timeline: Timeline): Promise<void> {
    const wish = ++this.wish;
    batch(() => {
      this.scriptSignal.value = { text, replaced: this.scriptSignal.value.replaced + 1 };
      this.modeSignal.value = timeline.mode;
    });
    await this.show(timeline, wish);
  }

  /** What the author typed. */
  edit(text: string): void {
    if (text === this.scriptSignal.value.text) return;
    this.scriptSignal.value = { ...this.scriptSignal.value, text };
    void this.refresh(SPEAK_AFTER_MS);
  }

  /** Another script altogether; resolves when it stands on the stage at its start, spoken where a voice is there. */
  async replace(text: string, files: DataFiles = NO_FILES, mode: Mode = this.modeSignal.value): Promise<void> {
    this.player.pause();
    this.files = files;
    this.modeSignal.value = mode;
    this.scriptSignal.value = { text, replaced: this.scriptSignal.value.replaced + 1 };
    this.player.clearMarks();
    this.player.seek(0);
    await this.refresh(0);
  }

  /** What scenes with state machines react to; false where this one does not. What was set off later than now is forgotten. */
  async trigger(trigger: Trigger): Promise<boolean> {
    const planned = this.planned;
    const reacts = planned?.machines.some(({ transitions }) =>
      transitions.some((each) => sameTrigger(each.trigger, trigger)),
    );
    if (planned === null || reacts !== true) return false;
    const at_ms = Math.round(this.player.position.value);
    this.happenings = [...this.happenings.filter((each) => each.at_ms <= at_ms), { at_ms, trigger }];
    const { setOff } = await import('./set-off.ts');
    if (this.planned !== planned) return false;
    const played = setOff(planned, this.happenings);
    this.player.load(createSampler(played));
    const clips = await this.clips(played);
    if (this.player.timeline.value === played) this.needs.setClips(clips);
    return true;
  }

  /** The other reading of the same scene, at the same time. */
  async setMode(mode: Mode): Promise<void> {
    if (mode === this.modeSignal.value) return;
    this.modeSignal.value = mode;
    await this.refresh(0);
  }

  /** Compiles what stands in the editor, shows it, and has it spoken after a pause in which nothing else came. */
  async refresh(speakAfter_ms: number): Promise<void> {
    const wish = ++this.wish;
    this.busySignal.value = true;
    try {
      if (!(await this.compileAndShow(wish))) return;
      await this.needs.pause(speakAfter_ms);
      if (wish !== this.wish) return;
      if (await this.needs.voice.speak(this.lines)) {
        if (wish === this.wish) await this.compileAndShow(wish);
      }
    } catch (error) {
      this.needs.onTrouble(error);
    } finally {
      if (wish === this.wish) this.busySignal.value = false;
    }
  }

  /** False when a newer wish overtook this one. */
  private async compileAndShow(wish: number): Promise<boolean> {
    const { text } = this.scriptSignal.value;
    const mode = this.modeSignal.value;
    let alignment = this.needs.voice.alignment(this.lines);
    let compiled = await this.needs.compile(text, mode, alignment, this.files);
    if (compiled === null || wish !== this.wish) return false;
    const wanted = this.needs.voice.alignment(compiled.timeline.lines);
    if (!sameAlignment(alignment, wanted)) {
      alignment = wanted;
      compiled = await this.needs.compile(text, mode, alignment, this.files);
      if (compiled === null || wish !== this.wish) return false;
    }
    this.diagnosticsSignal.value = compiled.diagnostics;
    const { timeline, diagnostics } = compiled;
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    const shown = this.player.timeline.value;
    if (broken && shown !== null && shown.mode === mode) return true;
    this.lines = timeline.lines;
    return this.show(timeline, wish);
  }

  private async show(timeline: Timeline, wish: number): Promise<boolean> {
    await this.needs.prepareStage(timeline);
    if (wish !== this.wish) return false;
    this.lines = timeline.lines;
    if (this.planned?.hash !== timeline.hash) {
      this.planned = timeline;
      this.happenings = [];
      this.player.load(createSampler(timeline));
    }
    const played = this.player.timeline.value ?? timeline;
    const clips = await this.clips(played);
    if (this.player.timeline.value === played) this.needs.setClips(clips);
    return wish === this.wish;
  }

  /** Everything that the scene as it is played says and sounds. */
  heard(): Promise<readonly SpokenClip<Sound>[]> {
    const timeline = this.player.timeline.value;
    return timeline === null ? Promise.resolve([]) : this.clips(timeline);
  }

  private async clips(timeline: Timeline): Promise<readonly SpokenClip<Sound>[]> {
    const clips = await Promise.all(
      timeline.lines.map(async ({ id, text, voice, start_ms }) => {
        const spoken = this.needs.voice.find({ id, text, voice });
        if (spoken === null) return [];
        const sound = await this.needs.sound(spoken.audio_uri);
        return [{ id, start_ms, length_ms: this.needs.soundLength_ms(sound), sound }];
      }),
    );
    const effects = await Promise.all(
      soundsOf(timeline).map(async ({ id, sound: name, start_ms, volume }) => {
        const sound = await this.needs.effect(name, volume);
        return { id: `sound ${id}`, start_ms, length_ms: this.needs.soundLength_ms(sound), sound };
      }),
    );
    return [...clips.flat(), ...effects];
  }
}

function sameTrigger(a: Trigger, b: Trigger): boolean {
  if (a.kind === 'click') return b.kind === 'click' && a.target === b.target;
  if (a.kind === 'key') return b.kind === 'key' && a.key === b.key;
  return b.kind === 'signal' && a.name === b.name;
}

function sameAlignment(a: Alignment | null, b: Alignment | null): boolean {
  if (a === null || b === null) return a === b;
  const ids = Object.keys(a.lines);
  return ids.length === Object.keys(b.lines).length && ids.every((id) => a.lines[id] === b.lines[id]);
}
