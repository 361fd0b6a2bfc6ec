import { afterAll, describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { modelServer, ONLY_MODEL } from '../../language-model/proof/model-server.ts';
import { describeFaults, GOOD } from '../../language-model/proof/provider-faults.ts';
import plugin from './index.ts';

const server = await modelServer('ollama', () => ({ say: GOOD }));
afterAll(() => server[Symbol.asyncDispose]());

describe('provider/ollama, with a stand-in for its server', () => {
  const options = { url: server.url, model: ONLY_MODEL };
  describeConformance(providerConformance(plugin, new URL('./manifest.json', import.meta.url), options));
  describeFaults({
    plugin,
    speaks: 'ollama',
    takesKey: false,
    environment: (url, model) => ({ OPENCOMMOTION_OLLAMA_URL: url, OPENCOMMOTION_LLM_MODEL: model }),
  });
});
