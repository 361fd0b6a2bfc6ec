/**
 * Tries the providers that run other people's programs with those programs themselves: a whole host, the real Codex or
 * OpenClaw, and a server on this machine that stands in for the model. Prints a row for each case, with the exit codes of
 * the program and what it left running, and whom it wanted to reach outside this machine.
 *
 *     node scripts/real/providers.ts [codex-cli] [openclaw-cli] [openclaw-openai]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../host/config.ts';
import { TOKENS } from '../../host/container.ts';
import { createHost } from '../../host/create-host.ts';
import { type ModelServer, modelServer, type Reaction } from '../../plugins/language-model/proof/model-server.ts';
import { printTable } from '../bench/measure.ts';
import { freePort } from './free-port.ts';
import { PROGRAM_PATH, realProgram } from './real-programs.ts';
import { canTrace, leftRunning, openTrap, watchProgram } from './watched-program.ts';

const CODEX = ['@openai/codex', '0.169.0', 'codex'] as const;
const OPENCLAW = ['openclaw', '2026.9.6', 'openclaw'] as const;
const GOOD = 'scene "A ball" {\n  actor ball is ball at (640, 459)\n  say line "A ball lies here." at 0.5s\n}\n';
const BROKEN = 'scene "A ball" {\n  actor ball is bal at (640, 459)\n}\n';

/** What the model does, by the name of the case; an answer for each request, the last for all that follow. */
const CASES: Readonly<Record<string, readonly Reaction[]>> = {
  'a good script': [{ say: GOOD }],
  'in a fence, with prose around it': [{ say: `Here you are:\n\n\`\`\`scene\n${GOOD}\`\`\`\n` }],
  'broken first, then mended': [{ say: BROKEN }, { say: GOOD }],
  'slow, word by word': [{ say: GOOD, slowly: true }],
  'prose only': [{ say: 'I would rather talk about the weather.' }],
  'nothing at all': [{ say: '' }],
  'cut off in the middle': [{ breakOff: GOOD.slice(0, 40) }],
  'HTTP 429': [{ status: 429, headers: { 'retry-after': '0' } }],
  'HTTP 500': [{ status: 500 }],
  'HTTP 401': [{ status: 401 }],
};

interface Tried {
  readonly speaks: 'openai' | 'responses';
  /** Prepares the program's home; the environment that the host gets. */
  readonly prepare: (home: string, server: ModelServer, program: string) => Promise<Record<string, string>>;
  readonly program: () => string;
  /** A server of the program's own that has to run beside the host. */
  readonly beside?: (environment: Record<string, string>, program: string) => Promise<ChildProcess>;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const openclawSettings = (server: ModelServer, gateway: object = {}): string =>
  json({
    ...gateway,
    models: {
      providers: {
        local: {
          baseUrl: server.url,
          apiKey: 'none',
          api: 'openai-completions',
          models: [{ id: 'm', name: 'm', contextWindow: 65_536, maxTokens: 4_096 }],
        },
      },
    },
    agents: { defaults: { model: { primary: 'local/m' } } },
  });

const PROVIDERS: Readonly<Record<string, Tried>> = {
  'codex-cli': {
    speaks: 'responses',
    program: () => realProgram(...CODEX),
    prepare: async (home, server, program) => {
      const codexHome = join(home, 'codex');
      await mkdir(codexHome, { recursive: true });
      const settings = [
        'model = "local-model"',
        'model_provider = "local"',
        '[model_providers.local]',
        'name = "local"',
      ];
      const ways = [
        `base_url = "${server.url}"`,
        'wire_api = "responses"',
        'request_max_retries = 1',
        'stream_max_retries = 1',
      ];
      await writeFile(join(codexHome, 'config.toml'), `${[...settings, ...ways].join('\n')}\n`);
      return { OPENCOMMOTION_CODEX_BIN: program, CODEX_HOME: codexHome };
    },
  },
  'openclaw-cli': {
    speaks: 'openai',
    program: () => realProgram(...OPENCLAW),
    prepare: async (home, server, program) => {
      await mkdir(join(home, '.openclaw'), { recursive: true });
      await writeFile(join(home, '.openclaw/openclaw.json'), openclawSettings(server));
      return { OPENCOMMOTION_OPENCLAW_BIN: program };
    },
  },
  'openclaw-openai': {
    speaks: 'openai',
    program: () => realProgram(...OPENCLAW),
    prepare: async (home, server) => {
      await mkdir(join(home, '.openclaw'), { recursive: true });
      const [port, token] = [await freePort(), randomUUID()];
      const gateway = {
        mode: 'local',
        port,
        bind: 'loopback',
        auth: { mode: 'token', token },
        http: { endpoints: { chatCompletions: { enabled: true } } },
      };
      await writeFile(join(home, '.openclaw/openclaw.json'), openclawSettings(server, { gateway }));
      return {
        OPENCOMMOTION_OPENCLAW_OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
        OPENCOMMOTION_OPENCLAW_OPENAI_API_KEY: token,
      };
    },
    beside: async ({ OPENCOMMOTION_OPENCLAW_OPENAI_BASE_URL: url = '', ...env }, program) => {
      const child = spawn(program, ['gateway', 'run'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      const said: string[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
      for (let tries = 0; tries < 120; tries += 1) {
        if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode}:\n${said.join('')}`);
        const there = await fetch(url.replace(/\/v1$/, '/health')).then(
          ({ status }) => status < 500,
          () => false,
        );
        if (there) return child;
        await wait(500);
      }
      throw new Error(`The gateway did not begin to listen:\n${said.join('').slice(-2_000)}`);
    },
  },
};

async function tryProvider(id: string, { beside, prepare, program, speaks }: Tried): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'opencommotion-real-'));
  const playing: { reactions: readonly Reaction[]; first: number } = { reactions: [], first: 0 };
  const server = await modelServer(speaks, (_, count) => {
    const at = Math.min(count - playing.first, playing.reactions.length) - 1;
    return playing.reactions[at] ?? 'silence';
  });
  const trap = await openTrap();
  const watched = await watchProgram(program(), folder, trap);
  const way = { HTTP_PROXY: trap.url, HTTPS_PROXY: trap.url, NO_PROXY: '127.0.0.1,localhost' };
  const environment = { PATH: PROGRAM_PATH, HOME: folder, ...way, ...(await prepare(folder, server, watched.bin)) };
  const gateway = await beside?.(environment, watched.bin);
  const host = await createHost({
    environment,
    dataDir: join(folder, 'data'),
    provider: { id, allowFallback: false, timeoutMs: 120_000, maxRepairs: 2 },
    voice: { tts: 'metronome', stt: 'auto', requireReal: false },
    runtime: { id: 'memory' },
    logLevel: 'silent',
  } satisfies Partial<Config>);
  const rows: string[][] = [['the model answers with', 'the turn', 'requests', 's', 'exit codes', 'left running']];
  const aftermath = async (): Promise<string[]> => {
    let left = gateway === undefined ? await leftRunning(folder) : [];
    // What is told to end has a second to do so.
    for (let tries = 0; tries < 30 && left !== null && left.length > 0; tries += 1) {
      await wait(100);
      left = await leftRunning(folder);
    }
    const codes = (await watched.exitCodes()).join(' ');
    return [
      gateway === undefined ? codes || 'killed' : '-',
      left === null ? 'not known here' : left.join(', ') || 'nothing',
    ];
  };
  const asked = (): number => server.requests.filter(({ path: to }) => to !== '/models').length;
  try {
    const probe = await host.house.resolve(TOKENS.providerProbes).get(id);
    console.log(`\n${id}: probe ${probe.ready ? 'ready' : 'not ready'}: ${probe.detail}`);
    await aftermath();
    // First, since some programs ask no more for a while after a server has refused them.
    Object.assign(playing, { reactions: ['silence'], first: asked() });
    const turn = host.app.inject({
      method: 'POST',
      url: '/v2/orchestrate',
      payload: { session_id: 'abort', prompt: 'a ball', turn_id: 'abort' },
    });
    for (let tries = 0; tries < 900 && asked() === playing.first; tries += 1) await wait(100);
    const began = performance.now();
    await host.app.inject({ method: 'POST', url: '/v2/turns/abort/cancel' });
    const cancelled = await turn;
    for (let tries = 0; tries < 50 && server.left() === 0; tries += 1) await wait(100);
    const ended = `${cancelled.statusCode} ${cancelled.json().detail?.error}, the request ${server.left() > 0 ? 'has ended' : 'goes on'}`;
    const took = ((performance.now() - began) / 1000).toFixed(1);
    rows.push([
      'silence, and the turn is cancelled',
      ended,
      String(asked() - playing.first),
      took,
      ...(await aftermath()),
    ]);
    for (const [name, reactions] of Object.entries(CASES)) {
      Object.assign(playing, { reactions, first: asked() });
      const start = performance.now();
      const answer = await host.app.inject({
        method: 'POST',
        url: '/v2/orchestrate',
        payload: { session_id: name, prompt: 'a ball', scene_id: `s-${rows.length}` },
      });
      const body = answer.json();
      const outcome =
        answer.statusCode === 200
          ? `200, ${body.provider.tries} ${body.provider.tries === 1 ? 'try' : 'tries'}, ${body.provider.usage?.output_tokens} tokens out`
          : `${answer.statusCode} ${body.detail.error}, ${body.detail.code ?? ''}`;
      const spent = ((performance.now() - start) / 1000).toFixed(1);
      rows.push([name, outcome, String(asked() - playing.first), spent, ...(await aftermath())]);
    }
    printTable(rows);
    const how = canTrace()
      ? 'strace of each connect, and a proxy that logs'
      : 'a proxy that logs; strace is not installed';
    console.log(
      `  wanted to reach outside this machine (${how}): ${(await watched.strangers()).join(', ') || 'nothing'}`,
    );
  } finally {
    await host.close();
    if (gateway?.pid !== undefined) process.kill(-gateway.pid, 'SIGKILL');
    await server[Symbol.asyncDispose]();
    await trap.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const wanted = process.argv.slice(2);
for (const [id, tried] of Object.entries(PROVIDERS))
  if (wanted.length === 0 || wanted.includes(id)) await tryProvider(id, tried);
process.exit(0);
