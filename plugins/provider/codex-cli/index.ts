import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProviderPlugin } from '../../contract/index.ts';
import { composeWithModel, type Message, type ModelPiece, readBrief } from '../../language-model/index.ts';
import { turnArguments } from './codex-command.ts';
import { probeCodex } from './codex-probe.ts';
import { finishedTurn } from './codex-turn.ts';
import { findProgram } from './find-program.ts';
import { promptText } from './prompt-text.ts';
import { type ProgramResult, runProgram } from './run-program.ts';
import { programEnvironment, readSettings } from './settings.ts';

const INSTALL = 'Install it (npm install --global @openai/codex), or name it in OPENCOMMOTION_CODEX_BIN.';
/** A script is a few kilobytes; the events of one turn are no more than some of those. */
const MOST_BYTES = 8 * 1024 * 1024;
/** For each of the two questions of a probe. */
const PROBE_MS = 2_000;

/** Codex, a program for each question. */
const codexCli: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const settings = readSettings(context);
    const brief = await readBrief();
    const environment = programEnvironment(context);
    const secrets = [environment.CODEX_API_KEY, environment.OPENAI_API_KEY];
    const stopping = new AbortController();
    const running = new Set<Promise<unknown>>();

    const codex = (args: readonly string[], input: string, timeoutMs: number, signal: AbortSignal) => {
      const work = inEmptyFolder(context.dataDir, async (folder): Promise<ProgramResult> => {
        const path = await findProgram(settings.bin, environment.PATH ?? '', INSTALL);
        const call = { path, args, folder, environment, input, timeoutMs, mostBytes: MOST_BYTES };
        return runProgram(call, AbortSignal.any([signal, stopping.signal]));
      });
      const over = work.catch(() => undefined).finally(() => running.delete(over));
      running.add(over);
      return work;
    };

    return {
      probe: (signal) => probeCodex((args) => codex(args, '', PROBE_MS, signal), settings, environment),
      stop: async () => {
        stopping.abort();
        await Promise.all(running);
      },
      compose: async function* (request, signal) {
        const warnings = new Set<string>();
        let requests = 0;
        async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
          requests += 1;
          const result = await codex(turnArguments(settings), promptText(messages), settings.timeoutMs, signal);
          const turn = finishedTurn(result, secrets);
          requests += turn.reconnections;
          for (const warning of turn.warnings) warnings.add(warning);
          yield { type: 'text', text: turn.answer };
          const { input_tokens = null, output_tokens = null } = turn.usage ?? {};
          yield { type: 'end', cut: false, input_tokens, output_tokens };
        }
        const conversation = { server: 'Codex', model: settings.model, requests: () => requests, ask };
        for await (const piece of composeWithModel(conversation, { brief, request, signal })) {
          if (piece.type === 'script') yield piece;
          else yield { ...piece, warnings: [...warnings].map(asWarning) };
        }
      },
    };
  },
};

export default codexCli;

const asWarning = (message: string) => ({ code: 'provider.codex-cli/codex-warning', message });

/** Codex looks around where it stands: here is nothing to see. */
async function inEmptyFolder<T>(dataDir: string, use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true });
  const folder = await mkdtemp(join(dataDir, 'turn-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
