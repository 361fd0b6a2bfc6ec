import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProviderPlugin } from '../../contract/index.ts';
import { commandProvider, millisecondsOf, readBrief, setting } from '../../language-model/index.ts';
import { readEvents } from './events.ts';

const optionsSchema = z.object({
  timeout_ms: z.int().positive().default(120_000),
  profile: z.string().default(''),
  at_once: z.int().positive().default(2),
});

const BIN_VARIABLE = 'OPENCOMMOTION_CODEX_BIN';
/** What Codex needs to find its settings, its account and its way. */
const PASSED = ['PATH', 'HOME', 'CODEX_HOME', 'CODEX_API_KEY', 'HTTPS_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'LANG'];
/**
 * An answer needs words alone. What a model could reach the machine or the network with is switched off, and so is what
 * would read instructions out of folders above; the read-only sandbox stands behind that. A setting that a version of
 * Codex does not know is ignored by it, with a warning.
 */
const NOTHING_BUT_WORDS = [
  'features.shell_tool=false',
  'features.unified_exec=false',
  'features.view_image=false',
  'features.multi_agent=false',
  'features.goals=false',
  'features.apps=false',
  'features.plugins=false',
  'features.hooks=false',
  'web_search="disabled"',
  'project_doc_max_bytes=0',
  // Else it tells its maker of each turn, whatever model answers.
  'analytics.enabled=false',
];
const EXEC = [
  ...['exec', '--json', '--skip-git-repo-check', '--sandbox', 'read-only', '--ephemeral', '--color', 'never'],
  ...NOTHING_BUT_WORDS.flatMap((setting) => ['-c', setting]),
];

/** OpenAI's command line agent Codex, one process for each answer, in a folder with nothing in it and allowed to read only. */
const codexCli: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const { at_once, profile, timeout_ms } = optionsSchema.parse(context.options);
    const model = setting(context, 'OPENCOMMOTION_CODEX_MODEL', 'model');
    const { CODEX_API_KEY, CODEX_HOME, HOME } = context.environment;
    const home = CODEX_HOME || join(HOME || homedir(), '.codex');
    const cwd = join(context.dataDir, 'empty');
    const agent = {
      context,
      name: 'Codex',
      bin: setting(context, BIN_VARIABLE, 'bin') ?? 'codex',
      install: `Install it (npm install -g @openai/codex), or set ${BIN_VARIABLE}.`,
      byHand: 'codex exec "Hello"',
      passed: PASSED,
      model,
      timeoutMs: millisecondsOf(context, 'OPENCOMMOTION_CODEX_TIMEOUT_S') ?? timeout_ms,
      atOnce: at_once,
      read: readEvents,
    };
    return commandProvider(
      {
        ...agent,
        ask: async (message, run) => {
          await mkdir(cwd, { recursive: true });
          const chosen = [
            ...(model === null ? [] : ['--model', model]),
            ...(profile === '' ? [] : ['--profile', profile]),
          ];
          return run([...EXEC, ...chosen, '-'], { cwd, input: message });
        },
        judge: async (version, run) => {
          const settings = await readFile(join(home, 'config.toml'), 'utf8').catch(() => '');
          // Whoever has set up a provider of his own needs no account.
          const own = tomlText(settings, 'model_provider');
          const configured = own !== null || Boolean(CODEX_API_KEY) || (await run(['login', 'status'])).code === 0;
          const how = own === null ? 'with an account' : `with the model provider "${own}" of its config.toml`;
          return {
            ready: configured,
            detail: configured
              ? `Codex ${version}, ${how}.`
              : `Codex ${version} is not logged in. Run "codex login", or set up a model provider in ${join(home, 'config.toml')}.`,
            version,
            configured,
            reachable: null,
            model: model ?? tomlText(settings, 'model'),
            model_present: null,
          };
        },
      },
      await readBrief(),
    );
  },
};

export default codexCli;

/** A text at the top of a TOML file; tables and other kinds of value are not looked at. */
const tomlText = (toml: string, key: string): string | null =>
  new RegExp(`^\\s*${key}\\s*=\\s*["']([^"']*)["']`, 'm').exec(toml.split(/^\s*\[/m)[0] ?? '')?.[1] ?? null;
