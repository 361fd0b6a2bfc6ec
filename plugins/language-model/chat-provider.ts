import type OpenAI from 'openai';
import { z } from 'zod';
import { PluginFailure, type Provider } from '../contract/index.ts';
import { composeWithModel, type ModelPiece } from './compose-with-model.ts';
import type { Message } from './conversation.ts';
import { judgeModel, PROBE_MS, unreadyProbe } from './probes.ts';
import { type Caller, createCaller } from './retrying-fetch.ts';
import { addressOf } from './settings.ts';

/** A server that speaks OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat). */
export interface ChatServer {
  /** What people call it: `the OpenAI-compatible server`. */
  readonly name: string;
  /** With its `/v1`; null where it was not set. */
  readonly url: string | null;
  /** Null for servers that ask for none. */
  readonly key: string | null;
  readonly model: string | null;
  readonly retries: number;
  readonly firstWaitMs: number;
  /** Null leaves it to the server. */
  readonly temperature: number | null;
  /** The variables that a person sets, for cures. */
  readonly variables: { readonly url: string; readonly key: string; readonly model: string };
}

/** Makes the SDK's client; the plugin does it, so that its manifest can name the package. */
export type MakeClient = (options: {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  readonly maxRetries: 0;
  readonly defaultHeaders?: Readonly<Record<string, null>>;
}) => OpenAI;

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: z.object({ prompt_tokens: z.int().nullish(), completion_tokens: z.int().nullish() }).nullish(),
});

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** A provider behind such a server. `brief` is what the model is told first. */
export function chatProvider(settings: ChatServer, brief: string, makeClient: MakeClient): Provider {
  const { variables } = settings;
  const configured = (): { url: string; shown: string; model: string } => {
    if (settings.url === null)
      throw new PluginFailure('no-address', `${settings.name} has no address.`, `Set ${variables.url}.`);
    const { shown, url } = addressOf(settings.url, variables.url);
    if (settings.model === null)
      throw new PluginFailure(
        'no-model',
        `${settings.name} at ${shown} was given no model.`,
        `Set ${variables.model}.`,
      );
    return { url, shown, model: settings.model };
  };
  const callerFor = (server: string, signal: AbortSignal, retries: number): Caller =>
    createCaller({
      server,
      signal,
      retries,
      firstWaitMs: settings.firstWaitMs,
      ...(settings.key === null ? {} : { secret: settings.key }),
    });
  const clientOf = (baseURL: string, caller: Caller): OpenAI =>
    makeClient({
      baseURL,
      // The SDK insists on a key; a server that asks for none gets no header.
      apiKey: settings.key ?? 'none',
      ...(settings.key === null ? { defaultHeaders: { Authorization: null } } : {}),
      fetch: caller.fetch,
      maxRetries: 0,
    });

  return {
    stop: async () => undefined,
    probe: async (outer) => {
      let found: ReturnType<typeof configured>;
      try {
        found = configured();
      } catch (error) {
        return unreadyProbe(error, false, settings.model);
      }
      const { model, shown, url } = found;
      const server = `${settings.name} at ${shown}`;
      try {
        const signal = AbortSignal.any([outer, AbortSignal.timeout(PROBE_MS)]);
        const caller = callerFor(server, signal, 0);
        const answer = await caller.fetch(`${url}/models`, {
          headers: settings.key === null ? {} : { authorization: `Bearer ${settings.key}` },
        });
        const { data } = modelsSchema.parse(await answer.json());
        const cure = `Set ${variables.model} to one of these.`;
        return judgeModel({ server, version: null, model, models: data.map(({ id }) => id), cure });
      } catch (error) {
        // Not every server lists its models: one that says so is there all the same.
        if (error instanceof PluginFailure && error.code === 'not-found')
          return judgeModel({ server, version: null, model, models: null, cure: '' });
        return unreadyProbe(probeFailure(error, server), true, model);
      }
    },
    compose: async function* (request, signal) {
      const { model, shown, url } = configured();
      const server = `${settings.name} at ${shown}`;
      const caller = callerFor(server, signal, settings.retries);
      const client = clientOf(url, caller);
      const { temperature } = settings;
      async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
        const stream = await client.chat.completions.create(
          {
            model,
            messages: messages.map(({ content, role }) => ({ role, content })),
            stream: true,
            stream_options: { include_usage: true },
            ...(temperature === null ? {} : { temperature }),
          },
          { signal },
        );
        yield* piecesOf(stream);
      }
      const conversation = { server, model, requests: caller.requests, ask };
      yield* composeWithModel(conversation, { brief, request, signal });
    },
  };
}

async function* piecesOf(stream: AsyncIterable<unknown>): AsyncGenerator<ModelPiece> {
  let reason: string | null = null;
  const tokens: { input: number | null; output: number | null } = { input: null, output: null };
  for await (const each of stream) {
    const { choices, usage } = chunkSchema.parse(each);
    const [choice] = choices;
    if (choice?.delta?.content) yield { type: 'text', text: choice.delta.content };
    reason = choice?.finish_reason ?? reason;
    tokens.input = usage?.prompt_tokens ?? tokens.input;
    tokens.output = usage?.completion_tokens ?? tokens.output;
  }
  // A stream that only stops was cut off on the way: whoever ends says why.
  if (reason === null) return;
  yield { type: 'end', cut: reason === 'length', input_tokens: tokens.input, output_tokens: tokens.output };
}

/** A body that is no list of models, or a server that takes too long. */
function probeFailure(error: unknown, server: string): unknown {
  if (error instanceof PluginFailure)
    return error.code === 'aborted'
      ? new PluginFailure(
          'unreachable',
          `${server} did not answer within ${PROBE_MS / 1000} s.`,
          'Is it busy, or stuck?',
        )
      : error;
  return new PluginFailure(
    'answer-invalid',
    `${server} answered with something else than a list of models.`,
    'Correct its address: it ends with /v1 at most servers.',
  );
}
