import { z } from 'zod';
import { ENVIRONMENTS } from '../../check/vocabulary/environments.ts';
import { color } from './fields.ts';
import { act, type StrokeDraft } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

/** Moods by the words of v1 clients. */
const MOODS: Readonly<Record<string, string>> = {
  day: 'day-meadow',
  noon: 'day-meadow',
  dawn: 'dusk-meadow',
  dusk: 'dusk-meadow',
  sunset: 'dusk-meadow',
  evening: 'dusk-meadow',
  night: 'night-meadow',
  ocean: 'day-sea',
  sea: 'day-sea',
  city: 'day-city',
  light: 'studio',
  dark: 'dark-studio',
};

/** The environment that a mood means; the studio, with a warning, where nobody knows it. */
function presetOf(draft: StrokeDraft, mood: string): string {
  const spelt = mood.trim().toLowerCase().replaceAll('_', '-');
  if (Object.hasOwn(ENVIRONMENTS, spelt)) return spelt;
  const known = MOODS[spelt] ?? Object.keys(ENVIRONMENTS).find((name) => spelt !== '' && name.startsWith(spelt));
  if (known === undefined) draft.warnings.push(`unknown_mood:${mood}`);
  return known ?? 'studio';
}

const mood = z.union([z.string().max(64), z.object({ name: z.string().max(64) }).transform(({ name }) => name)]);

export const setEnvironmentMood = strokeRule({
  params: z
    .object({ mood: mood.optional(), preset: mood.optional(), environment: mood.optional() })
    .transform(({ mood, preset, environment }) => ({ mood: mood ?? preset ?? environment ?? 'studio' })),
  duration_ms: 0,
  paths: () => ['/environment/mood'],
  draw({ params, timing, span, draft, stroke_id }) {
    const { duration_ms, ease, start_ms } = timing;
    const preset = presetOf(draft, params.mood);
    if (start_ms + duration_ms === 0) {
      // What it is at the start is no change of it.
      draft.model.environment = preset;
      const value = { mood: preset, from: preset, start_ms: 0, duration_ms: 0, easing: 'linear' };
      draft.direct.push({ op: 'replace', path: '/environment/mood', value, at_ms: 0 });
      return;
    }
    act(draft, stroke_id, start_ms, { kind: 'environment', preset, duration_ms, ease }, span);
  },
});

/** A change of scene: the picture is covered and uncovered; with `to`, another environment is there then. */
export const sceneMorph = strokeRule({
  params: z.object({
    style: z.enum(['fade', 'wipe', 'iris']).default('fade'),
    color: color.default('#000000'),
    to: mood.optional(),
  }),
  duration_ms: 1_000,
  paths: () => ['/scene/transition'],
  draw({ params, timing, span, draft, stroke_id }) {
    const { style, color, to } = params;
    const { duration_ms, ease, start_ms } = timing;
    act(draft, stroke_id, start_ms, { kind: 'transition', style, color, duration_ms }, span);
    if (to === undefined) return;
    const deed = { kind: 'environment', preset: presetOf(draft, to), duration_ms, ease } as const;
    act(draft, `${stroke_id}-mood`, start_ms, deed, span);
  },
});

export const setRenderMode = strokeRule({
  params: z.object({ mode: z.enum(['2d', '3d', '2D', '3D']).default('2d') }),
  duration_ms: 0,
  paths: () => ['/render/mode'],
  draw({ params, timing, draft }) {
    const mode = params.mode.startsWith('3') ? '3d' : '2d';
    draft.mode = mode;
    // One reading is one mode from beginning to end, so when it is chosen is for v1 alone.
    draft.direct.push({ op: 'replace', path: '/render/mode', value: mode, at_ms: timing.start_ms });
  },
});
