import OpenAI from 'openai';
import { z } from 'zod';
import type { ProviderPlugin } from '../../contract/index.ts';
import { chatProvider, readBrief, secret, setting } from '../../language-model/index.ts';

const optionsSchema = z.object({
  retries: z.int().min(0).max(10).default(2),
  first_wait_ms: z.int().min(0).max(60_000).default(500),
  temperature: z.number().min(0).max(2).nullable().default(null),
});

const VARIABLES = {
  url: 'OPENCOMMOTION_OPENAI_BASE_URL',
  key: 'OPENCOMMOTION_OPENAI_API_KEY',
  model: 'OPENCOMMOTION_LLM_MODEL',
};
/** Where a key alone leads to. */
const OPENAI = 'https://api.openai.com/v1';

/** Any server that speaks OpenAI's chat completions: OpenAI itself, llama.cpp, vLLM, LM Studio and many others. */
const openaiCompatible: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const key = secret(context, VARIABLES.key);
    const url = setting(context, VARIABLES.url, 'base_url');
    const server = {
      name: 'The OpenAI-compatible server',
      url: url ?? (key === null ? null : OPENAI),
      key,
      model: setting(context, VARIABLES.model, 'model'),
      embeddingModel: setting(context, 'OPENCOMMOTION_EMBEDDING_MODEL', 'embedding_model'),
      retries: options.retries,
      firstWaitMs: options.first_wait_ms,
      temperature: options.temperature,
      variables: VARIABLES,
    };
    return chatProvider(server, await readBrief(), (settings) => new OpenAI(settings));
  },
};

export default openaiCompatible;
