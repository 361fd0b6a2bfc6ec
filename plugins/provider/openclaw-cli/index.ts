import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PluginContext, ProviderPlugin } from '../../contract/index.ts';
import { commandProvider, millisecondsOf, readBrief, setting } from '../../language-model/index.ts';
import { readAnswer } from './answer.ts';
import { judgeOpenclaw } from './model-status.ts';
import { leadTo, writeSettings } from './settings-without-tools.ts';

const optionsSchema = z.object({
  timeout_ms: z.int().positive().default(180_000),
  at_once: z.int().positive().default(1),
  model: z.string().default(''),
});

const BIN_VARIABLE = 'OPENCOMMOTION_OPENCLAW_BIN';
/** What OpenClaw needs to find its settings and its way. */
const PASSED = [
  'PATH',
  'HOME',
  'OPENCLAW_HOME',
  'OPENCLAW_CONFIG_PATH',
  'OPENCLAW_STATE_DIR',
  'OPENCLAW_INCLUDE_ROOTS',
  'OPENCLAW_NO_RESPAWN',
  'HTTPS_PROXY',
  'NO_PROXY',
  'LANG',
];

const seenOf = (environment: PluginContext['environment']): Record<string, string> =>
  Object.fromEntries(PASSED.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));

/** OpenClaw's agent by its command line program, one process for each answer. */
const openclawCli: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const prefix = setting(context, 'OPENCOMMOTION_OPENCLAW_SESSION_PREFIX', 'session_prefix');
    const timeoutMs = millisecondsOf(context, 'OPENCOMMOTION_OPENCLAW_TIMEOUT_S') ?? options.timeout_ms;
    const model = options.model === '' ? null : options.model;
    const common = ['--json', '--timeout', String(Math.ceil(timeoutMs / 1000))];
    if (model !== null) common.push('--model', model);
    const settings = join(context.dataDir, 'settings');
    const environment = leadTo(settings, context.environment);
    const agent = {
      context: { ...context, environment },
      name: 'OpenClaw',
      bin: setting(context, BIN_VARIABLE, 'bin') ?? 'openclaw',
      install: `Install it (npm install -g openclaw), or set ${BIN_VARIABLE}.`,
      byHand: 'openclaw agent exec "Hello"',
      passed: PASSED,
      model,
      timeoutMs,
      atOnce: options.at_once,
      read: readAnswer,
    };
    return commandProvider(
      {
        ...agent,
        // With a prefix each answer is a session of OpenClaw that stays; without one it leaves nothing behind.
        ask: async (message, run) => {
          await writeSettings(settings, context.environment);
          const cwd = await mkdtemp(join(context.dataDir, 'turn-'));
          // A run that is ended does not tidy up: what it has put aside, the prompt among it, goes with the folder.
          const env = { ...seenOf(environment), TMPDIR: cwd };
          try {
            if (prefix === null)
              return await run(['agent', 'exec', '--message-file', '-', '--cwd', cwd, ...common], {
                cwd,
                env,
                input: message,
              });
            // A prompt has no business in the list of processes, so it comes in a file.
            const file = join(cwd, 'message.txt');
            await writeFile(file, message, { mode: 0o600 });
            const session = ['--session-id', `${prefix}-${randomUUID()}`];
            return await run(['agent', '--local', ...session, '--message-file', file, ...common], { cwd, env });
          } finally {
            await rm(cwd, { recursive: true, force: true, maxRetries: 3 });
          }
        },
        judge: async (version, run) => {
          await writeSettings(settings, context.environment);
          return judgeOpenclaw(version, model, run);
        },
      },
      await readBrief(),
    );
  },
};

export default openclawCli;
