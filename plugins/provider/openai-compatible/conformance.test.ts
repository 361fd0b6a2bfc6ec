import { afterAll, describe, expect, it } from 'vitest';
import type { Provider } from '../../contract/index.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { modelServer, ONLY_MODEL, type Reaction } from '../../language-model/proof/model-server.ts';
import { all, describeFaults, GOOD } from '../../language-model/proof/provider-faults.ts';
import plugin from './index.ts';

const server = await modelServer('openai', () => ({ say: GOOD }));
afterAll(() => server[Symbol.asyncDispose]());

describe('provider/openai-compatible, with a stand-in for its server', () => {
  const options = { base_url: server.url, model: ONLY_MODEL };
  describeConformance(providerConformance(plugin, new URL('./manifest.json', import.meta.url), options));
  describeFaults({
    plugin,
    speaks: 'openai',
    takesKey: true,
    embeds: true,
    environment: (url, model, secret) => ({
      OPENCOMMOTION_OPENAI_BASE_URL: url,
      OPENCOMMOTION_LLM_MODEL: model,
      OPENCOMMOTION_OPENAI_API_KEY: secret,
    }),
  });
});

describe('provider/openai-compatible', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };
  const COMPLETION = {
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: GOOD }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 },
  };
  const whole = (body: unknown): Reaction => ({
    status: 200,
    body: JSON.stringify(body),
    headers: JSON_TYPE,
  });
  const start = (options: object, environment: Readonly<Record<string, string>> = {}): Promise<Provider> =>
    plugin.start({ options: { ...options }, dataDir: '/nowhere', log: () => undefined, environment });
  const request = { prompt: 'a ball', currentScript: null, failed: null, seed: 7 };
  const compose = async (provider: Provider) => all(provider.compose(request, new AbortController().signal));

  it('asks a server that wants no key without one, for an answer in pieces with its cost', async () => {
    await using local = await modelServer('openai', () => ({ say: GOOD }));
    await compose(await start({ base_url: `${local.url}/`, model: ONLY_MODEL, temperature: 0.3 }));
    const [asked] = local.requests;
    expect(asked).toMatchObject({ path: '/chat/completions', authorization: null });
    expect(asked?.body).toMatchObject({
      model: ONLY_MODEL,
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.3,
    });
  });

  it('reads the answer of a server that does not stream', async () => {
    await using local = await modelServer('openai', () => whole(COMPLETION));
    const pieces = await compose(await start({ base_url: local.url, model: ONLY_MODEL }));
    expect(pieces.flatMap((piece) => (piece.type === 'script' ? [piece.text] : [])).join('')).toBe(GOOD);
    expect(pieces.at(-1)).toMatchObject({ usage: { input_tokens: 5, output_tokens: 4 } });
  });

  it.each<[string, Reaction, string]>([
    ['is JSON of another form', whole({ hello: 'world' }), 'answer-invalid'],
    ['ends in the middle of its JSON', { status: 200, body: '{"choices": [', headers: JSON_TYPE }, 'answer-invalid'],
    [
      'is an event that is no JSON',
      { status: 200, body: 'data: {oops\n\n', headers: { 'content-type': 'text/event-stream' } },
      'answer-invalid',
    ],
    ['is plain text', { status: 200, body: 'hello', headers: { 'content-type': 'text/plain' } }, 'answer-invalid'],
    [
      'is cut at its limit, not being streamed',
      whole({ choices: [{ message: { content: 'scene "x" {\n' }, finish_reason: 'length' }] }),
      'answer-cut-off',
    ],
  ])('names an answer that %s', async (_what, reaction, code) => {
    await using local = await modelServer('openai', () => reaction);
    const composing = compose(await start({ base_url: local.url, model: ONLY_MODEL }));
    await expect(composing).rejects.toMatchObject({ name: 'PluginFailure', code });
  });

  it('is ready where the server does not list its models', async () => {
    await using local = await modelServer('openai', () => ({ status: 404 }), 'unlisted');
    const provider = await start({ base_url: local.url, model: ONLY_MODEL });
    expect(await provider.probe(new AbortController().signal)).toMatchObject({
      ready: true,
      reachable: true,
      model_present: null,
    });
  });

  it.each<[string, object, string, string]>([
    ['address', { model: 'm' }, 'no-address', 'OPENCOMMOTION_OPENAI_BASE_URL'],
    ['model', { base_url: 'http://127.0.0.1:1/v1' }, 'no-model', 'OPENCOMMOTION_LLM_MODEL'],
  ])('says which variable sets the %s that it was not given', async (_what, options, code, variable) => {
    const provider = await start(options);
    await expect(compose(provider)).rejects.toMatchObject({ code, cure: expect.stringContaining(variable) });
    const found = await provider.probe(new AbortController().signal);
    expect(found).toMatchObject({ ready: false, configured: false, reachable: null });
    expect(found.detail).toContain(variable);
  });
});
