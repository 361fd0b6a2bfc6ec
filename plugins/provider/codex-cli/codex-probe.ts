import { join } from 'node:path';
import { PluginFailure, type ProviderProbe } from '../../contract/index.ts';
import { readCodexConfig } from './codex-config.ts';
import type { ProgramResult } from './run-program.ts';
import type { CodexSettings } from './settings.ts';

/** Runs Codex with these arguments, in no more than a few seconds. */
export type RunCodex = (args: readonly string[]) => Promise<ProgramResult>;

/** Whether a turn could be asked for, as far as can be known without asking for one or using the network. */
export async function probeCodex(
  run: RunCodex,
  settings: CodexSettings,
  environment: Readonly<Record<string, string>>,
): Promise<ProviderProbe> {
  const unknown = { model: settings.model, reachable: null, model_present: null };
  let version: string | null = null;
  try {
    const told = await run(['--version']);
    version = /\d+\.\d+\.\d+\S*/.exec(told.stdout)?.[0] ?? null;
    if (told.code !== 0 || version === null) {
      const detail = `${settings.bin} does not tell a version as Codex does: is it Codex?`;
      return { ...unknown, ready: false, configured: false, detail, version };
    }
    const login = await run(['login', 'status']);
    const home = environment.CODEX_HOME ?? join(environment.HOME ?? '', '.codex');
    const config = await readCodexConfig(home, settings.profile);
    const known = { ...unknown, model: settings.model ?? config.model, version };
    const named = `Codex ${version}${known.model === null ? '' : `, with the model ${known.model}`}`;
    const own = config.model_provider !== null && config.model_provider !== 'openai';
    if (own)
      return {
        ...known,
        ready: true,
        configured: true,
        detail: `${named}, from its provider ${config.model_provider}.`,
      };
    if (login.code === 0) return { ...known, ready: true, configured: true, detail: `${named}, is logged in.` };
    if (environment.CODEX_API_KEY)
      return { ...known, ready: true, configured: true, detail: `${named}, has a key in CODEX_API_KEY.` };
    const detail = `${named}, is not logged in. Run \`codex login\`, or set CODEX_API_KEY.`;
    return { ...known, ready: false, configured: false, detail };
  } catch (error) {
    if (!(error instanceof PluginFailure)) throw error;
    const detail = error.cure === null ? error.message : `${error.message} ${error.cure}`;
    return { ...unknown, ready: false, configured: false, detail, version };
  }
}
