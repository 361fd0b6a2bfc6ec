import { afterAll, describe, expect, it } from 'vitest';
import type { Provider } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { modelServer, ONLY_MODEL } from '../../language-model/proof/model-server.ts';
import { all, describeFaults, GOOD } from '../../language-model/proof/provider-faults.ts';
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
    embeds: true,
    environment: (url, model) => ({ OPENCOMMOTION_OLLAMA_URL: url, OPENCOMMOTION_LLM_MODEL: model }),
  });
});

describe('provider/ollama', () => {
  const start = (options: object): Promise<Provider> =>
    plugin.start({ options: { ...options }, dataDir: '/nowhere', log: () => undefined, environment: {} });
  const probe = async (model: string) => (await start({ url: server.url, model })).probe(new AbortController().signal);

  it('gives the model room for the language, and the seed of the request', async () => {
    await using local = await modelServer('ollama', () => ({ say: GOOD }));
    const provider = await start({ url: `${local.url}/`, model: ONLY_MODEL, context_tokens: 8192 });
    const request = { prompt: 'a ball', currentScript: null, failed: null, seed: 7 };
    await all(provider.compose(request, new AbortController().signal));
    expect(local.requests[0]).toMatchObject({
      path: '/api/chat',
      body: { model: ONLY_MODEL, stream: true, options: { num_ctx: 8192, seed: 7 } },
    });
  });

  it.each([ONLY_MODEL, `${ONLY_MODEL}:latest`])('finds %s, and tells the version', async (model) => {
    expect(await probe(model)).toMatchObject({ ready: true, model_present: true, version: '0.9.9' });
  });

  it('says how to get a model that is not there', async () => {
    const found = await probe(`${ONLY_MODEL}:7b`);
    expect(found).toMatchObject({ ready: false, model_present: false });
    expect(found.detail).toContain(`ollama pull ${ONLY_MODEL}:7b`);
  });

  it('says which variable sets the model that it was not given', async () => {
    const found = await (await start({})).probe(new AbortController().signal);
    expect(found).toMatchObject({ ready: false, configured: false, reachable: null, model: null });
    expect(found.detail).toContain('OPENCOMMOTION_LLM_MODEL');
  });
});
