import { z } from 'zod';

/** Names a folder and stands in addresses, so nothing that a path could mean something by. */
export const ARTIFACT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hexadecimal digits');

const assetSchema = z.object({
  path: z.string().min(1).max(500),
  type: z.string().max(100),
  sha256: sha256Schema,
});

const text = (most: number) => z.string().max(most);

const MOST_SCRIPT_CHARACTERS = 500_000;
/** Of base64: three quarters of it are picture. */
const MOST_STILL_CHARACTERS = 800_000;
/** Every PNG begins so (PNG specification, third edition, 5.2), here in base64. */
const PNG = /^iVBORw0KG/;

/** What a client may say of something it saves; `scene_id` or `script` makes a bundle that plays again. */
export const saveSchema = z
  .object({
    title: text(200).trim().min(1),
    artifact_id: z.string().regex(ARTIFACT_ID, 'letters, digits, dots, dashes, underscores').nullish(),
    summary: text(4_000).nullish(),
    tags: z.array(text(60)).max(50).nullish(),
    scene_entrypoint: text(500).nullish(),
    assets: z.array(assetSchema).max(1_000).nullish(),
    saved_by: text(100).nullish(),
    scene_id: text(128).nullish().describe('The scene to keep: its script, timeline, sound and a still.'),
    script: text(MOST_SCRIPT_CHARACTERS)
      .nullish()
      .describe('A script to keep as it stands in an editor, in place of a scene_id.'),
    mode: z.enum(['2d', '3d']).nullish().describe('How the script is looked at.'),
    files: z
      .record(z.string().max(500), z.string())
      .nullish()
      .describe('Data files beside the script, by the path it names.'),
    still: z.boolean().nullish().describe('False leaves the still out, which takes seconds to draw.'),
    still_png: z
      .base64()
      .max(MOST_STILL_CHARACTERS)
      .regex(PNG, 'a PNG in base64')
      .nullish()
      .describe('A still that the client has drawn, in place of one drawn here.'),
  })
  .refine(({ scene_id, script }) => scene_id == null || script == null, 'give a scene_id or a script, not both');

export type SaveRequest = z.output<typeof saveSchema>;

export const artifactSchema = z.object({
  artifact_id: z.string(),
  title: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  scene_entrypoint: z.string().nullable(),
  assets: z.array(assetSchema),
  saved_by: z.string(),
  /** The scene it was saved from. */
  scene_id: z.string().nullable(),
  pinned: z.boolean(),
  archived: z.boolean(),
  /** ISO 8601. */
  created_at: z.string(),
  updated_at: z.string(),
  /** Where the bundle lies, below the data folder. */
  bundle_path: z.string(),
});

export type Artifact = z.output<typeof artifactSchema>;

export const SEARCH_MODES = ['lexical', 'semantic', 'hybrid'] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];

export interface SearchWish {
  readonly mode: SearchMode;
  readonly limit: number;
  /** Look among what was archived, and nowhere else. */
  readonly archived?: boolean;
}

export const foundSchema = artifactSchema
  .pick({
    artifact_id: true,
    title: true,
    summary: true,
    tags: true,
    pinned: true,
    updated_at: true,
    bundle_path: true,
  })
  .extend({ score: z.number(), match_mode: z.enum(SEARCH_MODES) });

export type Found = z.output<typeof foundSchema>;
