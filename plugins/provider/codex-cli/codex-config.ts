import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Codex's own configuration says of its model; null where it says nothing. */
export interface CodexConfig {
  readonly model: string | null;
  readonly model_provider: string | null;
}

const NOTHING: CodexConfig = { model: null, model_provider: null };

/**
 * The two settings a person wants to see before a first turn. They stand above the first table of `config.toml`; Codex
 * itself reads the file in full, so this need not be a TOML parser. A profile's file goes before.
 */
export async function readCodexConfig(home: string, profile: string): Promise<CodexConfig> {
  const base = await settingsIn(join(home, 'config.toml'));
  const layer = profile === '' ? NOTHING : await settingsIn(join(home, `${profile}.config.toml`));
  return { model: layer.model ?? base.model, model_provider: layer.model_provider ?? base.model_provider };
}

async function settingsIn(file: string): Promise<CodexConfig> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return NOTHING;
  const [top = ''] = text.split(/^\s*\[/m);
  const value = (name: string): string | null =>
    new RegExp(`^\\s*${name}\\s*=\\s*(["'])(.*?)\\1`, 'm').exec(top)?.[2] ?? null;
  return { model: value('model'), model_provider: value('model_provider') };
}
