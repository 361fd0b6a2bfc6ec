import { Ollama } from 'ollama';
import { z } from 'zod';
import { PluginFailure, type ProviderPlugin } from '../../contract/index.ts';
import {
  addressOf,
  composeWithModel,
  createCaller,
  judgeModel,
  type Message,
  type ModelPiece,
  readBrief,
  setting,
  unreadyProbe,
} from '../../language-model/index.ts';

const optionsSchema = z.object({
  retries: z.int().min(0).max(10).default(2),
  first_wait_ms: z.int().min(0).max(60_000).default(500),
  context_tokens: z.int().min(2_048).max(1_048_576).default(16_384),
});

const URL_VARIABLE = 'OPENCOMMOTION_OLLAMA_URL';
const MODEL_VARIABLE = 'OPENCOMMOTION_LLM_MODEL';
const USUAL = 'http://127.0.0.1:11434';
const PROBE_MS = 3_000;

/** https://github.com/ollama/ollama/blob/main/docs/api.md */
const partSchema = z.object({
  message: z.object({ content: z.string().default('') }).optional(),
  done: z.boolean().default(false),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.int().nullish(),
  eval_count: z.int().nullish(),
});
const versionSchema = z.object({ version: z.string() });
const tagsSchema = z.object({ models: z.array(z.object({ name: z.string() })).default([]) });

/** A model that Ollama runs on this machine, or on another. */
const ollama: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const brief = await readBrief();
    const model = setting(context, MODEL_VARIABLE, 'model');
    const configured = () => {
      const address = addressOf(setting(context, URL_VARIABLE, 'url') ?? USUAL, URL_VARIABLE);
      if (model === null)
        throw new PluginFailure(
          'no-model',
          `Ollama at ${address.shown} was given no model.`,
          `Set ${MODEL_VARIABLE} to one that "ollama list" shows.`,
        );
      return { ...address, model, server: `Ollama at ${address.shown}` };
    };
    return {
      stop: async () => undefined,
      probe: async (outer) => {
        let found: ReturnType<typeof configured>;
        try {
          found = configured();
        } catch (error) {
          return unreadyProbe(error, false, model);
        }
        const { server, url } = found;
        try {
          const signal = AbortSignal.any([outer, AbortSignal.timeout(PROBE_MS)]);
          const caller = createCaller({ server, signal, retries: 0, firstWaitMs: 0 });
          const ask = async (path: string): Promise<unknown> => (await caller.fetch(`${url}${path}`)).json();
          const [{ version }, { models }] = await Promise.all([
            ask('/api/version').then(versionSchema.parse),
            ask('/api/tags').then(tagsSchema.parse),
          ]);
          // A name without a tag means its newest.
          const names = models.flatMap(({ name }) => [name, name.replace(/:latest$/, '')]);
          const cure = `Run "ollama pull ${found.model}".`;
          return judgeModel({ server, version, model: found.model, models: [...new Set(names)], cure });
        } catch (error) {
          return unreadyProbe(readable(error, server), true, model);
        }
      },
      compose: async function* (request, signal) {
        const { server, url, ...chosen } = configured();
        const { first_wait_ms: firstWaitMs, retries } = options;
        const caller = createCaller({ server, signal, retries, firstWaitMs });
        const client = new Ollama({ host: url, fetch: caller.fetch });
        async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
          const stream = await client.chat({
            model: chosen.model,
            messages: messages.map(({ content, role }) => ({ role, content })),
            stream: true,
            options: { num_ctx: options.context_tokens, seed: request.seed },
          });
          try {
            for await (const each of stream) {
              const part = partSchema.parse(each);
              if (part.message?.content) yield { type: 'text', text: part.message.content };
              if (!part.done) continue;
              const { done_reason, eval_count = null, prompt_eval_count = null } = part;
              yield {
                type: 'end',
                cut: done_reason === 'length',
                input_tokens: prompt_eval_count,
                output_tokens: eval_count,
              };
            }
          } finally {
            stream.abort();
          }
        }
        const conversation = { server, model: chosen.model, requests: caller.requests, ask };
        yield* composeWithModel(conversation, { brief, request, signal });
      },
    };
  },
};

function readable(error: unknown, server: string): unknown {
  if (!(error instanceof PluginFailure))
    return new PluginFailure('answer-invalid', `${server} does not answer as Ollama does.`, `Correct ${URL_VARIABLE}.`);
  if (error.code !== 'aborted') return error;
  return new PluginFailure(
    'unreachable',
    `${server} did not answer within ${PROBE_MS / 1000} s.`,
    'Is it busy, or stuck?',
  );
}

export default ollama;
