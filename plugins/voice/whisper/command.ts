import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PluginFailure } from '../../contract/index.ts';
import { findProgram, type ProgramResult, runProgram } from '../../programs/index.ts';
import { excerpt, garbled } from './failures.ts';
import type { Segment } from './heard-words.ts';

export interface Command {
  /** Path of whisper-cli. */
  readonly program: string;
  /** Path of a ggml model. */
  readonly model: string;
  readonly language: string;
  readonly timeoutMs: number;
  /** Where recordings lie while they are listened to. */
  readonly folder: string;
}

const NAMES = ['whisper-cli', 'whisper-cpp'];
const MOST_BYTES = 8 * 1024 * 1024;

/** `wished` is a name or a path, empty for any; names are looked for along `searchPath`. Null where there is none. */
export async function findWhisper(wished: string, searchPath: string): Promise<string | null> {
  for (const name of wished === '' ? NAMES : [wished]) {
    const path = await findProgram(name, searchPath);
    if (path !== null) return path;
  }
  return null;
}

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Has a WAV file understood. Fails as `runProgram` does, and with `engine-failed` and `answer-garbled`. */
export async function runCommand(
  command: Command,
  wav: Uint8Array,
  hint: string,
  signal: AbortSignal,
): Promise<Segment[]> {
  await mkdir(command.folder, { recursive: true });
  const folder = await mkdtemp(join(command.folder, 'recording-'));
  try {
    const file = join(folder, 'recording.wav');
    const answer = join(folder, 'answer');
    await writeFile(file, wav, { mode: 0o600 });
    const asked = ['-m', command.model, '-f', file, '-of', answer, '-ojf', '-np', '-l', command.language];
    const args = hint === '' ? asked : [...asked, '--prompt', hint];
    const call = { path: command.program, args, timeoutMs: command.timeoutMs, mostBytes: MOST_BYTES };
    const result = await runProgram(call, signal);
    // It ends with 0 also where it could not read the recording, or does not know an argument.
    if (result.code !== 0 || !(await isFile(`${answer}.json`))) throw engineFailed(result);
    return segmentsOf(await readAnswer(`${answer}.json`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readAnswer(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new PluginFailure('answer-too-long', `whisper-cli wrote more than ${MOST_BYTES} bytes.`);
  return readFile(file, 'utf8');
}

const answerSchema = z.object({
  transcription: z.array(
    z.object({
      text: z.string(),
      tokens: z
        .array(z.object({ text: z.string(), offsets: z.object({ from: z.number(), to: z.number() }).optional() }))
        .optional(),
    }),
  ),
});

function segmentsOf(text: string): Segment[] {
  let answer: z.infer<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(text));
  } catch (error) {
    throw garbled('whisper-cli', text, error);
  }
  return answer.transcription.map(({ text: line, tokens }) => {
    // Signs for itself, such as [_BEG_] and [_TT_150].
    const spoken = tokens?.filter((token) => !/^\[_.*\]$/.test(token.text));
    const timed = spoken?.flatMap(({ text: piece, offsets }) =>
      offsets ? [{ text: piece, start_ms: offsets.from, end_ms: offsets.to }] : [],
    );
    return { text: line, tokens: timed && timed.length === spoken?.length ? timed : null };
  });
}

function engineFailed({ code, signal, stderr }: ProgramResult): PluginFailure {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /error|failed/i.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code} and no answer`;
  return new PluginFailure(
    'engine-failed',
    `whisper-cli ${how}: ${excerpt(reason)}`,
    'Check the model: it is a ggml file for whisper.cpp.',
  );
}
