import { Ollama } from 'ollama';
import { z } from 'zod';
import { PluginFailure, type ProviderPlugin, type ProviderProbe } from '../../contract/index.ts';
import {
  addressOf,
  asFailure,
  composeWithModel,
  createCaller,
  judgeModel,
  type Message,
  type ModelPiece,
  probeServer,
  readBrief,
  setting,
} from '../../language-model/index.ts';

const optionsSchema = z.object({
  retries: z.int().min(0).max(10).default(2),
  first_wait_ms: z.int().min(0).max(60_000).default(500),
  context_tokens: z.int().min(2_048).max(1_048_576).default(16_384),
});

const URL_VARIABLE = 'OPENCOMMOTION_OLLAMA_URL';
const MODEL_VARIABLE = 'OPENCOMMOTION_LLM_MODEL';
const USUAL = 'http://127.0.0.1:11434';

/** https://github.com/ollama/ollama/blob/main/docs/api.md */
const partSchema = z.object({
  message: z.object({ content: z.string().default('') }).optional(),
  done: z.boolean().default(false),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.int().nullish(),
  eval_count: z.int().nullish(),
});
const embeddingsSchema = z.object({ embeddings: z.array(z.array(z.number())) });
const versionSchema = z.object({ version: z.string() });
const tagsSchema = z.object({ models: z.array(z.object({ name: z.string() })).default([]) });

/** A model that Ollama runs on this machine, or on another. */
const ollama: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const brief = await readBrief();
    const model = setting(context, MODEL_VARIABLE, 'model');
    const stopping = new AbortController();
    const configured = () => {
      const { shown, url } = addressOf(setting(context, URL_VARIABLE, 'url') ?? USUAL, URL_VARIABLE);
      const server = `Ollama at ${shown}`;
      if (model === null)
        throw new PluginFailure(
          'no-model',
          `${server} was given no model.`,
          `Set ${MODEL_VARIABLE} to one that "ollama list" shows.`,
        );
      return { url, server, model };
    };
    const embeddingModel = setting(context, 'OPENCOMMOTION_EMBEDDING_MODEL', 'embedding_model');
    return {
      stop: async () => stopping.abort(),
      embed:
        embeddingModel === null
          ? null
          : async (texts, outer) => {
              const { shown, url } = addressOf(setting(context, URL_VARIABLE, 'url') ?? USUAL, URL_VARIABLE);
              const server = `Ollama at ${shown}`;
              const signal = AbortSignal.any([outer, stopping.signal]);
              const { first_wait_ms: firstWaitMs, retries } = options;
              const caller = createCaller({ server, signal, secret: null, retries, firstWaitMs });
              try {
                const client = new Ollama({ host: url, fetch: caller.fetch });
                const answer = await client.embed({ model: embeddingModel, input: [...texts] });
                return { model: embeddingModel, vectors: embeddingsSchema.parse(answer).embeddings };
              } catch (error) {
                throw asFailure(error, server, null, signal);
              }
            },
      probe: (outer) => probeServer({ model, configured, look: lookAround }, AbortSignal.any([outer, stopping.signal])),
      compose: async function* (request, outer) {
        const { server, url, ...chosen } = configured();
        const signal = AbortSignal.any([outer, stopping.signal]);
        const { first_wait_ms: firstWaitMs, retries } = options;
        const caller = createCaller({ server, signal, secret: null, retries, firstWaitMs });
        const client = new Ollama({ host: url, fetch: caller.fetch });
        async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
          const stream = await client.chat({
            model: chosen.model,
            messages: messages.map(({ content, role }) => ({ role, content })),
            stream: true,
            options: { num_ctx: options.context_tokens, seed: request.seed },
          });
          try {
            for await (const each of stream) yield* piecesOf(each);
          } finally {
            stream.abort();
          }
        }
        const conversation = { server, model: chosen.model, secret: null, requests: caller.requests, ask };
        yield* composeWithModel(conversation, { brief, request, signal });
      },
    };
  },
};

/** What Ollama says of itself and of its models. */
async function lookAround(
  { model, server, url }: { readonly model: string; readonly server: string; readonly url: string },
  signal: AbortSignal,
): Promise<ProviderProbe> {
  const caller = createCaller({ server, signal, secret: null, retries: 0, firstWaitMs: 0 });
  const ask = async (path: string): Promise<unknown> => (await caller.fetch(`${url}${path}`)).json();
  const [{ version }, { models }] = await Promise.all([
    ask('/api/version').then(versionSchema.parse),
    ask('/api/tags').then(tagsSchema.parse),
  ]);
  const names = models.map(({ name }) => name);
  // A name without a tag means its newest.
  const known = names.includes(`${model}:latest`) ? [model, ...names] : names;
  return judgeModel({ server, version, model, models: known, cure: `Run "ollama pull ${model}".` });
}

function* piecesOf(each: unknown): Generator<ModelPiece> {
  const { done, done_reason, eval_count = null, message, prompt_eval_count = null } = partSchema.parse(each);
  if (message?.content) yield { type: 'text', text: message.content };
  if (done)
    yield { type: 'end', cut: done_reason === 'length', input_tokens: prompt_eval_count, output_tokens: eval_count };
}

export default ollama;
