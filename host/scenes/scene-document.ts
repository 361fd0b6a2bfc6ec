import { z } from 'zod';
import { alignmentSchema, v2SceneSchema } from '../../dsl/index.ts';

/** What is kept of a scene: all that its timeline can be made from again. */
export const sceneDocumentSchema = z.object({
  script: z.string(),
  alignment: alignmentSchema,
  mode: z.enum(['2d', '3d']),
  summary: z.string(),
  /** Data files that the script names, by the path it names them by. */
  files: z.record(z.string(), z.string()).default({}),
  /** The library as it was, where the script uses any of it. */
  prefabs: z.record(z.string(), z.string()).default({}),
  /** The scene where agents have patched it; null: what the script says. */
  patched: v2SceneSchema.nullable().default(null),
  /** Names of operations that were applied, the newest last. */
  seen: z.array(z.string()).default([]),
  /** The last turns that have written it, as `turn_id session_id`, the newest last. */
  turns: z.array(z.string()).default([]),
});

export type SceneDocument = z.output<typeof sceneDocumentSchema>;

export interface Scene {
  readonly scene_id: string;
  readonly revision: number;
  readonly document: SceneDocument;
}

/** What an agent begins with that draws without a script. */
export const EMPTY_DOCUMENT: SceneDocument = {
  script: 'scene "Untitled" {\n}\n',
  alignment: { lines: {} },
  mode: '2d',
  summary: '',
  files: {},
  prefabs: {},
  patched: null,
  seen: [],
  turns: [],
};

/** Older names are forgotten: a repetition comes soon or never. */
const MOST_SEEN = 2_000;

export const remembered = (...names: readonly (readonly string[])[]): string[] =>
  [...new Set(names.flat())].slice(-MOST_SEEN);

const MOST_TURNS = 50;

/** How a turn is named in `turns`. */
export const turnName = (sessionId: string, turnId: string): string => `${turnId} ${sessionId}`;

export const withTurn = (turns: readonly string[], sessionId: string, turnId: string): string[] =>
  [...turns, turnName(sessionId, turnId)].slice(-MOST_TURNS);
