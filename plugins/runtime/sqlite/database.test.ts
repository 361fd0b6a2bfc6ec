import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PluginFailure, type Runtime } from '../../contract/index.ts';
import sqlite from './index.ts';

let dataDir: string;
const start = (options: Record<string, unknown> = {}): Promise<Runtime> =>
  sqlite.start({ options, dataDir, environment: {}, log: () => undefined });
const file = (): string => join(dataDir, 'runtime.sqlite');

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-sqlite-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const failure = async (work: Promise<unknown>): Promise<PluginFailure> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PluginFailure)) throw new Error(`not a PluginFailure: ${String(error)}`);
  return error;
};

describe('the database of runtime/sqlite', () => {
  it('that is not one fails with its file and a cure', async () => {
    await writeFile(file(), 'This is not a database, though it is long enough to be read as one.'.repeat(40));
    const { code, message, cure } = await failure(start());
    expect(code).toBe('database-corrupt');
    expect(message).toContain(file());
    expect(cure).toMatch(/backup/);
  });

  it('that another process holds fails with a cure, and works again when it is free', async () => {
    const runtime = await start({ busy_timeout_ms: 0 });
    const other = new Database(file());
    other.exec('BEGIN IMMEDIATE');
    const locked = await failure(runtime.appendEvent('late'));
    expect(locked.code).toBe('database-locked');
    expect(locked.cure).toMatch(/busy_timeout_ms/);
    expect(await runtime.eventsSince(0, 10)).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    expect(await runtime.appendEvent('in time')).toBe(1);
    await runtime.stop();
  });

  it('of a newer version is left alone', async () => {
    await (await start()).stop();
    const newer = new Database(file());
    newer.exec("INSERT INTO migrations (version, name, applied_at) VALUES (99, 'of the future', '')");
    newer.close();
    expect((await failure(start())).code).toBe('database-newer');
  });

  it('keeps every revision of a scene', async () => {
    const runtime = await start();
    await runtime.saveScene('s', 0, 'one');
    await runtime.saveScene('s', 1, 'two');
    await runtime.stop();
    const kept = new Database(file(), { readonly: true });
    expect(kept.prepare('SELECT document FROM scene_revisions ORDER BY revision').pluck().all()).toEqual([
      '"one"',
      '"two"',
    ]);
    kept.close();
  });

  it('refuses what is not JSON, and leaves the item claimed', async () => {
    const runtime = await start();
    await runtime.create({ run_id: 'r', session_id: 's', label: 'l', auto_run: false });
    await runtime.enqueue('r', 'p');
    const item = await runtime.claim('r', 'w', 1000);
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const effects = { events: ['kept?', cycle] };
    expect((await failure(runtime.acknowledge(item?.queue_id ?? '', 'w', { ok: true }, effects))).code).toBe(
      'not-json',
    );
    expect(await runtime.eventsSince(0, 10)).toEqual([]);
    expect((await runtime.run('r')).queue.processing).toBe(1);
    await runtime.stop();
  });

  it('fails with "stopped" after the end', async () => {
    const runtime = await start();
    await runtime.stop();
    expect((await failure(runtime.runs())).code).toBe('stopped');
    expect(await runtime.probe(AbortSignal.timeout(1000))).toMatchObject({ ready: false });
  });
});
