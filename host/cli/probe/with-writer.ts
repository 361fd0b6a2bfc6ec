import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { TOKENS } from '../../container.ts';
import { createHost } from '../../create-host.ts';
import type { ScriptWriter } from '../../turns/script-writer.ts';
import { ROOT } from '../root.ts';

/** Runs `use` with the writer of a host in a scratch folder, away from the host's data; `provider` null takes the configured one. */
export async function withWriter<T>(provider: string | null, use: (writer: ScriptWriter) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, ROOT);
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-probe-'));
  const id = provider ?? config.provider.id;
  const host = await createHost({
    dataDir,
    logLevel: 'silent',
    provider: { ...config.provider, id, allowFallback: false },
  });
  try {
    return await use(host.house.resolve(TOKENS.writer));
  } finally {
    await host.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
