import { afterAll, describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { modelServer, ONLY_MODEL } from '../../language-model/proof/model-server.ts';
import { describeFaults, GOOD } from '../../language-model/proof/provider-faults.ts';
import plugin from './index.ts';

const server = await modelServer('openai', () => ({ say: GOOD }));
afterAll(() => server[Symbol.asyncDispose]());

describe('provider/openclaw-openai, with a stand-in for its server', () => {
  const options = { base_url: server.url, model: ONLY_MODEL };
  describeConformance(providerConformance(plugin, new URL('./manifest.json', import.meta.url), options));
  describeFaults({
    plugin,
    speaks: 'openai',
    takesKey: true,
    embeds: false,
    environment: (url, model, secret) => ({
      OPENCOMMOTION_OPENCLAW_OPENAI_BASE_URL: url,
      OPENCOMMOTION_OPENCLAW_OPENAI_MODEL: model,
      OPENCOMMOTION_OPENCLAW_OPENAI_API_KEY: secret,
    }),
  });
});
