import { z } from 'zod';
import { dataFilesSchema } from '../library/data-files.ts';

/** The longer side of a picture over the API: what a laptop without a GPU still draws in bearable time. */
const LONGEST_SIDE = 3840;

const ms = z.int().nonnegative();

/** What an agent asks for. The ending of a file that the command line takes is here `format`. */
export const exportRequestSchema = z.object({
  script: z.string(),
  files: dataFilesSchema.nullish(),
  mode: z.enum(['2d', '3d']).default('2d'),
  format: z.enum(['mp4', 'webm', 'gif', 'png', 'webp', 'vtt', 'srt']).default('mp4'),
  width: z.int().min(1).max(LONGEST_SIDE).default(1280),
  height: z.int().min(1).max(LONGEST_SIDE).default(720),
  fps: z.int().min(1).max(60).default(30),
  /** The moment of a still. */
  at_ms: ms.default(0),
  from_ms: ms.default(0),
  /** The end of the scene when left out. */
  to_ms: ms.nullish(),
  sound: z.boolean().default(true),
});

export type ExportRequest = z.output<typeof exportRequestSchema>;

export const exportStateSchema = z.object({
  export_id: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  format: exportRequestSchema.shape.format.unwrap(),
  mode: z.enum(['2d', '3d']),
  created_at: z.string(),
  progress: z.object({ done: z.int(), frames: z.int() }),
  /** Where the file is once it is done. */
  file_url: z.string().nullable(),
  bytes: z.int().nullable(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  /** What was done instead of what was asked for. */
  degrade_notes: z.array(z.string()),
  error: z.object({ code: z.string(), message: z.string(), cure: z.string() }).nullable(),
});

export type ExportState = z.output<typeof exportStateSchema>;

export const CONTENT_TYPES: Readonly<Record<ExportRequest['format'], string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  gif: 'image/gif',
  png: 'image/png',
  webp: 'image/webp',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
};
