import { PluginFailure } from '../../contract/index.ts';
import { failureOfStatus } from '../../language-model/index.ts';
import { type CodexTurn, readTurn } from './codex-events.ts';
import type { ProgramResult } from './run-program.ts';
import { lastLines, withoutSecrets } from './secrets.ts';

/** What Codex writes in words where a server answered with an error. */
const STATUS = /\bstatus:? (\d{3})\b/;
const LOG_IN = 'Log in with `codex login`, or give Codex a model provider in its config.toml.';

export type FinishedTurn = CodexTurn & { readonly answer: string };

/**
 * The answer of a run that has ended. Fails with `program-failed`, `answer-garbled`, `answer-cut-off`, `model-failed`
 * and, where a server's status shows in the words, as `failureOfStatus` does.
 */
export function finishedTurn(result: ProgramResult, secrets: readonly (string | undefined)[]): FinishedTurn {
  const clean = (text: string): string => withoutSecrets(text, secrets);
  const turn = readOutput(result, clean);
  if (turn.failure !== null) throw modelFailed(clean(turn.failure));
  if (result.code !== 0) throw programFailed(result, clean);
  if (!turn.completed)
    throw new PluginFailure('answer-cut-off', 'Codex ended in the middle of its turn.', 'Try again.');
  return { ...turn, answer: turn.answer ?? '', warnings: turn.warnings.map(clean) };
}

/** A program that failed has a better reason than the half line it left behind. */
function readOutput(result: ProgramResult, clean: (text: string) => string): CodexTurn {
  try {
    return readTurn(result.stdout);
  } catch (error) {
    if (result.code !== 0) throw programFailed(result, clean);
    throw error;
  }
}

function modelFailed(said: string): PluginFailure {
  const status = Number(STATUS.exec(said)?.[1] ?? Number.NaN);
  if (status >= 400) {
    const failure = failureOfStatus(status, said.slice(0, 300), "Codex's model server");
    return failure.code === 'key-refused' ? new PluginFailure(failure.code, failure.message, LOG_IN) : failure;
  }
  return new PluginFailure('model-failed', `Codex could not finish its turn: ${said.slice(0, 300)}`, 'Try again.');
}

function programFailed({ code, signal, stderr }: ProgramResult, clean: (text: string) => string): PluginFailure {
  const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
  const why = clean(lastLines(stderr)) || 'it gave no reason';
  return new PluginFailure('program-failed', `Codex ${how}: ${why}`, 'Run `codex doctor` for more.');
}
