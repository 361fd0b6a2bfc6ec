import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { analyse } from '../../../dsl/index.ts';
import type { Provider, ProviderPiece, ProviderPlugin, ProviderRequest } from '../../contract/index.ts';
import { letterVector, type ModelServer, modelServer, ONLY_MODEL, type Reaction } from './model-server.ts';

export const GOOD = 'scene "A ball" {\n  actor ball is ball at (640, 459)\n  say line "A ball lies here." at 0.5s\n}\n';
const FENCED = `Here it is:\n\n\`\`\`scene\n${GOOD}\`\`\`\nEnjoy!`;
const SECRET = 'sk-very-secret-0815';

const request = (more: Partial<ProviderRequest> = {}): ProviderRequest => ({
  prompt: 'a ball',
  currentScript: null,
  failed: null,
  seed: 7,
  ...more,
});

/** Everything that comes, once it has all come. */
export async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const come: T[] = [];
  for await (const piece of pieces) come.push(piece);
  return come;
}

interface Composed {
  readonly script: string;
  readonly pieces: number;
  readonly done: Extract<ProviderPiece, { type: 'done' }> | undefined;
}

async function compose(
  provider: Provider,
  more: Partial<ProviderRequest> = {},
  signal = new AbortController().signal,
): Promise<Composed> {
  const pieces = await all(provider.compose(request(more), signal));
  const script = pieces.flatMap((piece) => (piece.type === 'script' ? [piece.text] : []));
  return { script: script.join(''), pieces: script.length, done: pieces.find((piece) => piece.type === 'done') };
}

/** How one plugin is set up to ask a server at an address. */
export interface Tried {
  readonly plugin: ProviderPlugin;
  readonly speaks: 'openai' | 'ollama';
  /** Environment variables that lead it to a server; `secret` where it takes a key. */
  readonly environment: (url: string, model: string, secret: string) => Readonly<Record<string, string>>;
  readonly takesKey: boolean;
  /** Whether it turns texts into vectors, too. */
  readonly embeds: boolean;
}

/** What every provider must do that asks a model over HTTP, whatever the server does. Held against a stand-in server. */
export function describeFaults({ environment, plugin, speaks, takesKey, embeds }: Tried): void {
  const start = async (url: string, model = ONLY_MODEL): Promise<Provider> =>
    plugin.start({
      options: { retries: 2, first_wait_ms: 1 },
      dataDir: '/nowhere',
      log: () => undefined,
      environment: environment(url, model, SECRET),
    });
  const served = async (
    react: (count: number) => Reaction,
    use: (provider: Provider, server: ModelServer) => Promise<void>,
  ): Promise<void> => {
    await using server = await modelServer(speaks, (_, count) => react(count));
    await use(await start(server.url), server);
  };

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  describe('an answer', () => {
    it('streams the script out of what the model says around it, and tells what it cost', async () => {
      await served(
        () => ({ say: FENCED, slowly: true }),
        async (provider, server) => {
          const { done, pieces, script } = await compose(provider);
          expect(script).toBe(GOOD);
          expect(pieces).toBeGreaterThan(1);
          expect(done?.usage).toMatchObject({ model: ONLY_MODEL, input_tokens: 11, output_tokens: 7, requests: 1 });
          expect(done?.usage?.total_ms).toBeGreaterThanOrEqual(done?.usage?.first_piece_ms ?? Number.NaN);
          const [asked] = server.requests;
          expect(asked?.messages[0]).toMatchObject({
            role: 'system',
            content: expect.stringContaining('The scene language on one page'),
          });
          expect(asked?.messages.at(-1)?.content).toContain('<request>\na ball\n</request>');
          expect(asked?.authorization).toBe(takesKey ? `Bearer ${SECRET}` : null);
        },
      );
    });

    it('to a repair has seen the failed script and what the compiler said of it', async () => {
      await served(
        () => ({ say: GOOD }),
        async (provider, server) => {
          const script = 'scene "x" { actor a is kow }';
          await compose(provider, { failed: { script, diagnostics: analyse(script).diagnostics } });
          const [, , tried, told] = server.requests[0]?.messages ?? [];
          expect(tried).toMatchObject({ role: 'assistant', content: expect.stringContaining('is kow') });
          expect(told?.content).toMatch(/line 1, column \d+: error .*cow/);
        },
      );
    });

    it.each([
      ['prose', 'I would love to, but what is a scene?'],
      ['JSON', '{"scene": "A ball"}'],
      ['nothing', ''],
    ])('of %s is asked for once more, and taken if it is a script then', async (_what, say) => {
      await served(
        (count) => ({ say: count === 1 ? say : GOOD }),
        async (provider, server) => {
          const { done, script } = await compose(provider);
          expect(script).toBe(GOOD);
          expect(done?.usage).toMatchObject({ requests: 2 });
          expect(server.requests[1]?.messages.at(-1)?.content).toContain('not a scene script');
        },
      );
    });

    it('that does not compile is handed over as it is, to be judged and mended where scripts are compiled', async () => {
      const broken = GOOD.replace('ball is ball', 'ball is bal');
      await served(
        (count) => ({ say: count === 1 ? broken : GOOD }),
        async (provider) => {
          const { script } = await compose(provider);
          expect(script).toBe(broken);
          const failed = { script, diagnostics: analyse(script).diagnostics };
          expect((await compose(provider, { failed })).script).toBe(GOOD);
        },
      );
    });

    it('is asked for with the headers that it takes, whatever the environment holds for others', async () => {
      for (const name of ['ORG_ID', 'PROJECT_ID', 'ADMIN_KEY', 'API_KEY', 'LOG']) vi.stubEnv(`OPENAI_${name}`, 'debug');
      vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-custom: 1');
      const told = vi.spyOn(console, 'debug');
      await served(
        () => ({ say: GOOD }),
        async (provider, server) => {
          await compose(provider);
          const usual = [
            'accept',
            'accept-encoding',
            'accept-language',
            'connection',
            'content-length',
            'content-type',
          ];
          const known = [...usual, 'host', 'sec-fetch-mode', 'user-agent', ...(takesKey ? ['authorization'] : [])];
          expect(known).toEqual(expect.arrayContaining([...(server.requests[0]?.headers ?? ['none'])]));
          expect(server.requests[0]?.authorization).toBe(takesKey ? `Bearer ${SECRET}` : null);
          expect(told).not.toHaveBeenCalled();
        },
      );
    });

    it('after a refusal that may pass is waited for', async () => {
      const refusals: readonly Reaction[] = [{ status: 429, headers: { 'retry-after': '0' } }, { status: 503 }];
      await served(
        (count) => refusals[count - 1] ?? { say: GOOD },
        async (provider, server) => {
          const { done } = await compose(provider);
          expect(done?.usage).toMatchObject({ requests: 3 });
          expect(server.requests).toHaveLength(3);
        },
      );
    });
  });

  describe('a failure', () => {
    it.each<[string, Reaction, string, number]>([
      ['prose, twice', { say: 'No.' }, 'answer-no-script', 2],
      ['nothing, twice', { say: '' }, 'answer-empty', 2],
      [
        'half a script, the limit of tokens being reached',
        { say: GOOD.slice(0, 40), finish: 'length' },
        'answer-cut-off',
        1,
      ],
      ['half a script, the connection being cut', { breakOff: GOOD.slice(0, 40) }, 'answer-cut-off', 1],
      ['a fault in the middle', { complain: `overloaded, and ${SECRET}` }, 'answer-cut-off', 1],
      [
        'a web page',
        { status: 200, body: '<p>Welcome!', headers: { 'content-type': 'text/html; charset=utf-8' } },
        'answer-invalid',
        1,
      ],
      ['a refusal that lasts', { status: 429, headers: { 'retry-after': '3600' } }, 'rate-limited', 1],
      ['talk without an end', { forever: 'and on '.repeat(2_000) }, 'answer-too-long', 1],
      ['too many requests', { status: 429 }, 'rate-limited', 3],
      ['a fault of the server', { status: 500 }, 'server-failed', 3],
      ['a refused key', { status: 401, body: `{"error":"bad key ${SECRET}"}` }, 'key-refused', 1],
      ['an unknown model', { status: 404 }, 'not-found', 1],
      ['a way to elsewhere', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'redirected', 1],
    ])('by %s is named', async (_what, reaction, code, times) => {
      await served(
        () => reaction,
        async (provider, server) => {
          const failure = await compose(provider).catch((error: unknown) => error);
          expect(failure).toMatchObject({ name: 'PluginFailure', code });
          if (takesKey) expect(inspect(failure, { depth: null, showHidden: true })).not.toContain(SECRET);
          expect(server.requests).toHaveLength(times);
        },
      );
    });

    it('because nobody is there is named at once', async () => {
      const server = await modelServer(speaks, () => 'silence');
      await server[Symbol.asyncDispose]();
      await expect(compose(await start(server.url))).rejects.toMatchObject({ code: 'unreachable' });
    });
  });

  describe('an abort', () => {
    it.each<[string, Reaction]>([
      ['of silence', 'silence'],
      ['in the middle', { say: GOOD.repeat(50), slowly: true }],
    ])('%s ends the request on the server, too', async (_what, reaction) => {
      await served(
        () => reaction,
        async (provider, server) => {
          const control = new AbortController();
          const composing = compose(provider, {}, control.signal);
          await vi.waitFor(() => expect(server.requests).toHaveLength(1));
          control.abort();
          await expect(composing).rejects.toMatchObject({ code: 'aborted' });
          await vi.waitFor(() => expect(server.left()).toBe(1));
        },
      );
    });

    it('by stopping the plugin ends it as well', async () => {
      await served(
        () => 'silence',
        async (provider, server) => {
          const composing = compose(provider);
          await vi.waitFor(() => expect(server.requests).toHaveLength(1));
          await provider.stop();
          await expect(composing).rejects.toMatchObject({ code: 'aborted' });
          await vi.waitFor(() => expect(server.left()).toBe(1));
        },
      );
    });

    it('while a refusal is waited out comes at once', async () => {
      await served(
        () => ({ status: 503, headers: { 'retry-after': '15' } }),
        async (provider, server) => {
          const control = new AbortController();
          const composing = compose(provider, {}, control.signal);
          await vi.waitFor(() => expect(server.requests).toHaveLength(1));
          control.abort();
          await expect(composing).rejects.toMatchObject({ code: 'aborted' });
        },
      );
    });

    it('by leaving in the middle ends it as well', async () => {
      await served(
        () => ({ say: `${GOOD}${'// and so on\n'.repeat(5_000)}`, slowly: true }),
        async (provider, server) => {
          for await (const piece of provider.compose(request(), new AbortController().signal))
            if (piece.type === 'script') break;
          await vi.waitFor(() => expect(server.left()).toBe(1));
        },
      );
    });
  });

  describe('texts as vectors', () => {
    const withEmbeddings = (url: string, embedding_model: string) =>
      plugin.start({
        options: { retries: 0, first_wait_ms: 1, embedding_model },
        dataDir: '/nowhere',
        log: () => undefined,
        environment: environment(url, ONLY_MODEL, SECRET),
      });

    if (embeds)
      it('come in the order in which the texts were given', async () => {
        await using server = await modelServer(speaks, () => 'silence');
        const { embed } = await withEmbeddings(server.url, 'small-embedder');
        const texts = ['a ball', 'zoo'];
        expect(await embed?.(texts, new AbortController().signal)).toEqual({
          model: 'small-embedder',
          vectors: texts.map(letterVector),
        });
      });

    it('are not to be had without a model for them', async () => {
      const { embed } = await start('http://127.0.0.1:1/v1');
      expect(embed ?? null).toBeNull();
    });

    if (embeds)
      it('fail by name where nobody is there', async () => {
        const server = await modelServer(speaks, () => 'silence');
        await server[Symbol.asyncDispose]();
        const { embed } = await withEmbeddings(server.url, 'small-embedder');
        await expect(embed?.(['a'], new AbortController().signal)).rejects.toMatchObject({ code: 'unreachable' });
      });
  });

  describe('a probe', () => {
    const probe = async (url: string, model?: string) => (await start(url, model)).probe(new AbortController().signal);

    it('finds the server and its model', async () => {
      await using server = await modelServer(speaks, () => 'silence');
      expect(await probe(server.url)).toMatchObject({
        ready: true,
        configured: true,
        reachable: true,
        model: ONLY_MODEL,
        model_present: true,
      });
    });

    it('says which models there are where the wanted one is missing', async () => {
      await using server = await modelServer(speaks, () => 'silence');
      const found = await probe(server.url, 'large-model');
      expect(found).toMatchObject({ ready: false, reachable: true, model_present: false });
      expect(found.detail).toContain(ONLY_MODEL);
    });

    it('says that nobody is there', async () => {
      const server = await modelServer(speaks, () => 'silence');
      await server[Symbol.asyncDispose]();
      expect(await probe(server.url)).toMatchObject({ ready: false, configured: true, reachable: false });
    });

    it('does not wait long for one that never answers', async () => {
      await using server = await modelServer(speaks, () => 'silence', 'mute');
      const late = new AbortController();
      const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
      const probing = probe(server.url);
      await vi.waitFor(() => expect(server.requests).not.toHaveLength(0));
      late.abort(new DOMException('late', 'TimeoutError'));
      expect(await probing).toMatchObject({ ready: false, configured: true, reachable: false });
      expect((await probing).detail).toContain('did not answer within 3 s');
      expect(limit.mock.lastCall?.[0]).toBeLessThanOrEqual(3_000);
    });

    it('says so where somebody else is there', async () => {
      await using server = await modelServer(speaks, () => 'silence', 'elsewhere');
      const found = await probe(server.url);
      expect(found).toMatchObject({ ready: false, configured: true, reachable: true, model_present: null });
      expect(found.detail).toContain('not as a server with a model does');
    });

    it.each(['ftp://127.0.0.1/', 'nonsense', 'http://me:password@127.0.0.1/'])(
      'refuses the address %s',
      async (url) => {
        const found = await probe(url);
        expect(found).toMatchObject({ ready: false, configured: false, reachable: null });
        expect(found.detail).not.toContain('password@');
      },
    );
  });
}
