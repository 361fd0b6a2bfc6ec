import type OpenAI from 'openai';
import { z } from 'zod';
import { PluginFailure, type Provider } from '../contract/index.ts';
import { composeWithModel, type ModelPiece } from './compose-with-model.ts';
import type { Message } from './conversation.ts';
import { asFailure } from './failures.ts';
import { judgeModel, probeServer } from './probes.ts';
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
  /** That turns texts into vectors; null for none. */
  readonly embeddingModel: string | null;
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
  readonly logLevel: 'off';
}) => OpenAI;

const usageSchema = z.object({ prompt_tokens: z.int().nullish(), completion_tokens: z.int().nullish() }).nullish();

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: usageSchema,
});

/** The answer of a server that does not stream. */
const completionSchema = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: usageSchema,
});

const embeddingsSchema = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) });

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** A provider behind such a server. `brief` is what the model is told first. */
export function chatProvider(settings: ChatServer, brief: string, makeClient: MakeClient): Provider {
  const { key: secret, temperature, variables } = settings;
  const stopping = new AbortController();
  const located = (): { url: string; server: string } => {
    if (settings.url === null)
      throw new PluginFailure('no-address', `${settings.name} has no address.`, `Set ${variables.url}.`);
    const { shown, url } = addressOf(settings.url, variables.url);
    return { url, server: `${settings.name} at ${shown}` };
  };
  const configured = (): { url: string; server: string; model: string } => {
    const { server, url } = located();
    if (settings.model === null)
      throw new PluginFailure('no-model', `${server} was given no model.`, `Set ${variables.model}.`);
    return { url, server, model: settings.model };
  };

  const { embeddingModel } = settings;
  // The SDK insists on a key; the caller alone has the real one.
  const clientAt = (baseURL: string, caller: Caller): OpenAI =>
    makeClient({ baseURL, apiKey: 'none', fetch: caller.fetch, maxRetries: 0, logLevel: 'off' });

  return {
    stop: async () => stopping.abort(),
    embed:
      embeddingModel === null
        ? null
        : async (texts, outer) => {
            const { server, url } = located();
            const signal = AbortSignal.any([outer, stopping.signal]);
            const { firstWaitMs, retries } = settings;
            const caller = createCaller({ server, signal, secret, retries, firstWaitMs });
            try {
              const wanted = { model: embeddingModel, input: [...texts], encoding_format: 'float' as const };
              const answer = embeddingsSchema.parse(await clientAt(url, caller).embeddings.create(wanted, { signal }));
              const inOrder = answer.data.toSorted((a, b) => a.index - b.index);
              return { model: embeddingModel, vectors: inOrder.map(({ embedding }) => embedding) };
            } catch (error) {
              throw asFailure(error, server, secret, signal);
            }
          },
    probe: (outer) =>
      probeServer(
        {
          model: settings.model,
          configured,
          look: async ({ model, server, url }, signal) => {
            const caller = createCaller({ server, signal, secret, retries: 0, firstWaitMs: 0 });
            const models = await modelsAt(url, caller);
            return judgeModel({
              server,
              version: null,
              model,
              models,
              cure: `Set ${variables.model} to one of these.`,
            });
          },
        },
        AbortSignal.any([outer, stopping.signal]),
      ),
    compose: async function* (request, outer) {
      const { model, server, url } = configured();
      const signal = AbortSignal.any([outer, stopping.signal]);
      const { firstWaitMs, retries } = settings;
      const caller = createCaller({ server, signal, secret, retries, firstWaitMs });
      const client = clientAt(url, caller);
      async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
        const { data, response } = await client.chat.completions
          .create(
            {
              model,
              messages: messages.map(({ content, role }) => ({ role, content })),
              stream: true,
              stream_options: { include_usage: true },
              ...(temperature === null ? {} : { temperature }),
            },
            { signal },
          )
          .withResponse();
        const whole = /^application\/json\b/i.test(response.headers.get('content-type') ?? '');
        yield* whole ? piecesOfWhole(await response.json()) : piecesOf(data);
      }
      const conversation = { server, model, secret, requests: caller.requests, ask };
      yield* composeWithModel(conversation, { brief, request, signal });
    },
  };
}

/** Null where the server does not list its models: it is there all the same. */
async function modelsAt(url: string, caller: Caller): Promise<readonly string[] | null> {
  try {
    const answer = await caller.fetch(`${url}/models`);
    return modelsSchema.parse(await answer.json()).data.map(({ id }) => id);
  } catch (error) {
    if (error instanceof PluginFailure && error.code === 'not-found') return null;
    throw error;
  }
}

function* piecesOfWhole(answer: unknown): Generator<ModelPiece> {
  const { choices, usage } = completionSchema.parse(answer);
  const [choice] = choices;
  if (choice?.message.content) yield { type: 'text', text: choice.message.content };
  yield {
    type: 'end',
    cut: choice?.finish_reason === 'length',
    input_tokens: usage?.prompt_tokens ?? null,
    output_tokens: usage?.completion_tokens ?? null,
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
