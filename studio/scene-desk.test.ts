import { describe, expect, it } from 'vitest';
import type { Alignment, Diagnostic, Machine, Patch } from '../dsl/index.ts';
import { ManualClock } from './clock.ts';
import { spokenScene } from './fixtures.ts';
import { Player } from './player.ts';
import { SceneDesk } from './scene-desk.ts';
import type { SpokenClip } from './sound/speech-track.ts';
import { VoiceDesk } from './sound/voice-desk.ts';

const mistake: Diagnostic = {
  code: 'dsl/unknown-actor',
  severity: 'error',
  message: 'There is no “cwo”.',
  span: { offset: 0, length: 3, line: 1, column: 1 },
  cures: [],
};

const origin = { offset: 0, length: 0, line: 1, column: 1 };
const ring: Patch = {
  at_ms: 1200,
  op: 'add',
  path: '/sounds/sound-1',
  value: { sound: 'chime', start_ms: 1200, volume: 0.5 },
  origin,
};
/** Rings when it is clicked. */
const lamp: Machine = {
  id: 'lamp',
  states: [
    { name: 'dark', duration_ms: 0, changes: [] },
    {
      name: 'lit',
      duration_ms: 0,
      changes: [
        { at_ms: 0, op: 'add', path: '/sounds/sound-2', value: { sound: 'ding', start_ms: 0, volume: 1 }, origin },
      ],
    },
  ],
  transitions: [{ trigger: { kind: 'click', target: 'bulb' }, from: 'dark', to: 'lit' }],
};

/** A compiler that takes the text as what is spoken; a text with “!” has a mistake in it. */
function desk() {
  const compiled: { text: string; alignment: Alignment | null }[] = [];
  const clips: (readonly SpokenClip<string>[])[] = [];
  const troubles: unknown[] = [];
  const clock = new ManualClock();
  const player = new Player(clock);
  const voice = new VoiceDesk(async (lines) => ({
    lines: Object.fromEntries(
      lines.map(({ id, text }) => [
        id,
        {
          audio_uri: `/v1/audio/${text}`,
          duration_ms: 1000,
          quality: 'measured' as const,
          engine: 'eSpeak NG',
          real: true,
          words: [{ start_ms: 0, end_ms: 900 }],
        },
      ]),
    ),
  }));
  const scene = new SceneDesk<string>(player, {
    compile: async (text, mode, alignment) => {
      compiled.push({ text, alignment });
      const hash = `${text} ${mode} ${alignment === null ? 'estimated' : 'measured'}`;
      const quality = alignment === null ? 'estimated' : 'measured';
      const extra = text === 'lamp' ? { machines: [lamp], patches: [ring] } : {};
      const timeline = spokenScene(text, { mode, hash, alignment: quality, ...extra });
      return { timeline, diagnostics: text.includes('!') ? [mistake] : [] };
    },
    prepareStage: async () => undefined,
    voice,
    sound: async (uri) => uri,
    effect: async (name, volume) => `${name} at ${volume}`,
    soundLength_ms: () => 1000,
    setClips: (set) => clips.push(set),
    pause: async () => undefined,
    onTrouble: (error) => troubles.push(error),
  });
  return { scene, player, compiled, clips, troubles, clock };
}

describe('from script to what plays', () => {
  it('plays by estimate first, then by what the voice measured, with its sound', async () => {
    const { scene, player, compiled, clips, troubles } = desk();
    await scene.replace('hello');
    expect(compiled.map(({ alignment }) => alignment !== null)).toEqual([false, true]);
    expect(player.timeline.value?.alignment).toBe('measured');
    expect(clips.at(-1)).toEqual([{ id: 'line', start_ms: 500, length_ms: 1000, sound: '/v1/audio/hello' }]);
    expect(troubles).toEqual([]);
  });

  it('keeps the last good picture while there is a mistake, and says what is wrong', async () => {
    const { scene, player } = desk();
    await scene.replace('hello');
    const good = player.timeline.value;
    scene.edit('hello!');
    await scene.refresh(0);
    expect(scene.diagnostics.value).toEqual([mistake]);
    expect(player.timeline.value).toBe(good);
    scene.edit('hello again');
    await scene.refresh(0);
    expect(scene.diagnostics.value).toEqual([]);
    expect(player.timeline.value?.lines[0]?.text).toBe('hello again');
  });

  it('keeps time and voice when the reading changes, and asks nobody to speak again', async () => {
    const { scene, player, compiled, clock } = desk();
    await scene.replace('hello');
    player.play();
    clock.advance(1500);
    const before = compiled.length;
    await scene.setMode('3d');
    expect(player.timeline.value?.mode).toBe('3d');
    expect(player.timeline.value?.alignment).toBe('measured');
    expect(player.position.value).toBe(1500);
    expect(compiled.length).toBe(before + 1);
  });

  it('begins another script at its start', async () => {
    const { scene, player } = desk();
    await scene.replace('hello');
    player.seek(2000);
    await scene.replace('goodbye');
    expect(player.position.value).toBe(0);
    expect(player.playing.value).toBe(false);
  });

  it('plays the sounds that the script asks for', async () => {
    const { scene, clips } = desk();
    await scene.replace('lamp');
    expect(clips.at(-1)).toContainEqual({
      id: 'sound sound-1',
      start_ms: 1200,
      length_ms: 1000,
      sound: 'chime at 0.5',
    });
  });

  it('lets a viewer set something off at the moment that is shown, and forgets what came later', async () => {
    const { scene, player, clips } = desk();
    await scene.replace('lamp');
    const rung = () =>
      clips
        .at(-1)
        ?.filter(({ sound }) => sound === 'ding at 1')
        .map(({ start_ms }) => start_ms);
    player.seek(2000);
    expect(await scene.trigger({ kind: 'click', target: 'bulb' })).toBe(true);
    expect(rung()).toEqual([2000]);
    player.seek(700);
    await scene.trigger({ kind: 'click', target: 'bulb' });
    expect(rung()).toEqual([700]);
  });

  it('takes no notice of what the scene does not wait for', async () => {
    const { scene, player } = desk();
    await scene.replace('lamp');
    const shown = player.timeline.value;
    expect(await scene.trigger({ kind: 'key', key: 'x' })).toBe(false);
    expect(player.timeline.value).toBe(shown);
  });
});
