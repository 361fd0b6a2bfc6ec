import { type PluginContext, PluginFailure, type Provider, type ProviderProbe } from '../contract/index.ts';
import { createTurnstile, findProgram, type ProgramCall, type ProgramResult, runProgram } from '../programs/index.ts';
import { composeWithModel, type ModelPiece } from './compose-with-model.ts';
import { asOneText, type Message } from './conversation.ts';
import { withoutSecrets } from './secrets.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const PROBE_MS = 4_500;
const GRACE_MS = 1_000;
const MOST_SHOWN = 300;

/** Runs the agent's program once, whatever its exit code. Fails as `runProgram` does, and with `no-program`. */
export type RunAgent = (args: readonly string[], more?: Partial<ProgramCall>) => Promise<ProgramResult>;

export interface AgentAnswer {
  readonly text: string;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
}

/** A command line program that answers one message: an agent with a model of its own behind it. */
export interface CommandAgent {
  readonly context: PluginContext;
  /** `Codex`. */
  readonly name: string;
  /** Its name or path. */
  readonly bin: string;
  /** The cure where it is missing. */
  readonly install: string;
  /** How a person tries it by hand. */
  readonly byHand: string;
  /** The variables of the environment that it sees; nothing else of the host reaches it. */
  readonly passed: readonly string[];
  readonly model: string | null;
  readonly timeoutMs: number;
  readonly atOnce: number;
  /** What is known of it, its version being known. */
  readonly judge: (version: string, run: RunAgent) => Promise<ProviderProbe>;
  /** Its arguments for one message, and what else it needs. */
  readonly ask: (message: string, run: RunAgent) => Promise<ProgramResult>;
  /** Reads what it wrote on its standard output. */
  readonly read: (output: string) => AgentAnswer;
}

/** A provider behind such a program. `brief` is what the model is told first. */
export function commandProvider(agent: CommandAgent, brief: string): Provider {
  const { atOnce, bin, context, install, model, name, timeoutMs } = agent;
  const turnstile = createTurnstile(atOnce);
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  const env = Object.fromEntries(
    agent.passed.flatMap((variable) => {
      const value = context.environment[variable];
      return value ? [[variable, value]] : [];
    }),
  );
  const runner =
    (signal: AbortSignal, limitMs: number): RunAgent =>
    async (args, more = {}) => {
      const path = await findProgram(bin, env.PATH ?? '');
      if (path === null) throw new PluginFailure('no-program', `There is no program "${bin}".`, install);
      const call = { path, args, env, timeoutMs: limitMs, mostBytes: MOST_BYTES, graceMs: GRACE_MS, ...more };
      const run = runProgram(call, signal);
      running.add(run);
      return run.finally(() => running.delete(run));
    };
  const keys = agent.passed.filter((variable) => variable.endsWith('_KEY')).map((variable) => env[variable]);
  const read = (output: string): AgentAnswer => {
    try {
      return agent.read(output);
    } catch (error) {
      if (!(error instanceof PluginFailure)) throw error;
      throw new PluginFailure(error.code, withoutSecrets(error.message, keys), error.cure);
    }
  };
  const failed = ({ code, signal, stderr }: ProgramResult): PluginFailure => {
    const last = withoutSecrets(stderr, keys).trim().split('\n').at(-1)?.slice(0, MOST_SHOWN) || 'it gave no reason';
    const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    return new PluginFailure('program-failed', `${name} ${how}: ${last}.`, `Try by hand: ${agent.byHand}`);
  };

  return {
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(running);
    },
    probe: async (outer) => {
      try {
        // All that the probe runs shares one deadline.
        const signal = AbortSignal.any([outer, stopping.signal, AbortSignal.timeout(PROBE_MS)]);
        const run = runner(signal, PROBE_MS);
        const result = await run(['--version']);
        const version = /\d+\.\d+\.\d+\S*/.exec(result.stdout.toString())?.[0];
        if (result.code !== 0 || version === undefined) throw failed(result);
        return await agent.judge(version, run);
      } catch (error) {
        const detail = error instanceof PluginFailure ? `${error.message} ${error.cure ?? ''}`.trim() : String(error);
        return { ready: false, detail, version: null, configured: false, reachable: null, model, model_present: null };
      }
    },
    compose: async function* (request, outer) {
      const signal = AbortSignal.any([outer, stopping.signal]);
      const asked = { count: 0 };
      async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
        asked.count += 1;
        const result = await turnstile.pass(() => agent.ask(asOneText(messages), runner(signal, timeoutMs)), signal);
        const output = result.stdout.toString();
        if (result.code !== 0 && output.trim() === '') throw failed(result);
        const { text, ...tokens } = read(output);
        if (text !== '') yield { type: 'text', text };
        yield { type: 'end', cut: false, ...tokens };
      }
      const conversation = { server: name, model, secret: null, requests: () => asked.count, ask };
      yield* composeWithModel(conversation, { brief, request, signal });
    },
  };
}
