import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const ENOUGH = 12;

/** A host in a process of its own, that can be killed. */
async function start(dataDir: string) {
  const env = { ...process.env, GATEWAY_PORT: '0', OPENCOMMOTION_DATA_DIR: dataDir, OPENCOMMOTION_RUNTIME: 'sqlite' };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/[\w.:[\]]+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('close', (code) => reject(new Error(`ended with ${code} before it said an address`)));
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  return { child, url, ended, post };
}

describe('a host that is killed', { timeout: 120_000 }, () => {
  it('has kept every operation and every snapshot that it acknowledged, and none by half', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-killed-'));
    const first = await start(dataDir);
    const acknowledged: string[] = [];
    const snapshots: string[] = [];
    const draw = async (): Promise<void> => {
      for (let index = 0; ; index += 1) {
        const entity_id = `fish-${index}`;
        const operation = { op_id: entity_id, op: 'createEntity', at_ms: 0, entity_id, kind: 'fish', data: {} };
        const answer = await first.post('/v2/scenes/pond/operations', { operations: [operation] });
        if (!answer.ok) throw new Error(await answer.text());
        acknowledged.push(`/actors/${entity_id}`);
        if (index % 4 === 3) {
          const taken = await first.post('/v2/scenes/pond/snapshot', {});
          snapshots.push((await taken.json()).snapshot.snapshot_id);
        }
        // Killed while the next is on its way.
        if (acknowledged.length === ENOUGH) setImmediate(() => first.child.kill('SIGKILL'));
      }
    };
    await expect(draw()).rejects.toThrow();
    await first.ended;

    const second = await start(dataDir);
    try {
      const scene = await (await fetch(`${second.url}/v2/scenes/pond`)).json();
      const drawn = scene.timeline.patches.map(({ path }: { path: string }) => path);
      expect(drawn).toEqual(expect.arrayContaining(acknowledged));
      expect(scene.scene.revision - acknowledged.length).toBeLessThanOrEqual(1);
      const kept = scene.snapshots.map(({ snapshot_id }: { snapshot_id: string }) => snapshot_id);
      expect(kept).toEqual(expect.arrayContaining(snapshots));
      const [oldest] = snapshots;
      const restored = await second.post('/v2/scenes/pond/restore', { snapshot_id: oldest });
      expect(await restored.json()).toMatchObject({ ok: true });
    } finally {
      second.child.kill('SIGKILL');
      await second.ended;
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
