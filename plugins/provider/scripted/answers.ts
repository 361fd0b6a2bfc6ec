import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { PluginFailure } from '../../contract/index.ts';

/** The scene for prompts that no file answers. */
export const DEFAULT_SCRIPT = `scene "A ball" {
  environment day-meadow
  actor ball is ball at (640, 459)
  say line "A ball lies in the meadow." at 0.5s
}
`;

const answersSchema = z.record(z.string(), z.string());

/** Scripts by prompt, blanks around the prompts removed. */
export type Answers = ReadonlyMap<string, string>;

/** Reads `{ "prompt": "script" }`. Fails with `file-unreadable` or `file-invalid`. */
export async function readAnswers(file: string): Promise<Answers> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new PluginFailure('file-unreadable', `The answers in ${file} can't be read.`, 'Check the option "file".', {
      cause,
    });
  });
  const parsed = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : String(error));
        return z.NEVER;
      }
    })
    .pipe(answersSchema)
    .safeParse(text);
  if (!parsed.success)
    throw new PluginFailure(
      'file-invalid',
      `The answers in ${file} are not of the form { "prompt": "script" }: ${z.prettifyError(parsed.error)}`,
      'Mend the file.',
    );
  return new Map(Object.entries(parsed.data).map(([prompt, script]) => [prompt.trim(), script]));
}
