import OpenAI from 'openai';
import { z } from 'zod';
import type { ProviderPlugin } from '../../contract/index.ts';
import { chatProvider, readBrief, secret, setting } from '../../language-model/index.ts';

const optionsSchema = z.object({
  retries: z.int().min(0).max(10).default(2),
  first_wait_ms: z.int().min(0).max(60_000).default(500),
});

const VARIABLES = {
  url: 'OPENCOMMOTION_OPENCLAW_OPENAI_BASE_URL',
  key: 'OPENCOMMOTION_OPENCLAW_OPENAI_API_KEY',
  model: 'OPENCOMMOTION_OPENCLAW_OPENAI_MODEL',
};
/** Where OpenClaw's gateway listens, and the agent it answers with, where nobody said otherwise. */
const GATEWAY = 'http://127.0.0.1:18789/v1';
const DEFAULT_AGENT = 'openclaw';

/** OpenClaw's gateway by its OpenAI-compatible end point, which its configuration must switch on. */
const openclawOpenai: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const server = {
      name: "OpenClaw's gateway",
      url: setting(context, VARIABLES.url, 'base_url') ?? GATEWAY,
      key: secret(context, VARIABLES.key),
      model: setting(context, VARIABLES.model, 'model') ?? DEFAULT_AGENT,
      embeddingModel: null,
      retries: options.retries,
      firstWaitMs: options.first_wait_ms,
      temperature: null,
      variables: VARIABLES,
    };
    return chatProvider(server, await readBrief(), (settings) => new OpenAI(settings));
  },
};

export default openclawOpenai;
