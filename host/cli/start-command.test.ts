import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('./opencommotion.mjs', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'cli-start-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

function start(port: string, folder = dataDir) {
  const env = { ...process.env, GATEWAY_PORT: port, OPENCOMMOTION_DATA_DIR: folder };
  const child = spawn(process.execPath, [PROGRAM, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    const listen = (text: string): void => {
      said += text;
      const found = /http:\/\/[\w.:[\]]+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.on('close', (code) => reject(new Error(`ended with ${code} before it said an address: ${said}`)));
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  // Whoever only waits for the end is not interested in the address.
  address.catch(() => undefined);
  return { child, address, ended };
}

describe('start', { timeout: 180_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'serves studio and API, says where, and ends cleanly on %s',
    async (signal) => {
      const { child, address, ended } = start('0');
      try {
        const url = await address;
        const health = await fetch(`${url}/health`);
        expect(await health.json()).toMatchObject({ status: 'ok' });
        const studio = await fetch(url);
        expect(studio.status).toBe(200);
        expect(await studio.text()).toContain('<html');
      } finally {
        child.kill(signal);
      }
      expect((await ended).code).toBe(0);
    },
  );

  it('names the variable, without a stack trace, where the data folder cannot be made', async () => {
    const file = join(dataDir, 'a file');
    writeFileSync(file, '');
    const { code, said } = await start('0', join(file, 'data')).ended;
    expect(code).toBe(1);
    expect(said).toContain('OPENCOMMOTION_DATA_DIR');
    expect(said).not.toMatch(/\n {4}at /);
  });

  it('says how to choose another port where one is taken', async () => {
    const first = start('0');
    try {
      const { port } = new URL(await first.address);
      const { code, said } = await start(port).ended;
      expect(code).toBe(1);
      expect(said).toContain('GATEWAY_PORT');
      expect(said).not.toMatch(/\n {4}at /);
    } finally {
      first.child.kill('SIGINT');
      await first.ended;
    }
  });
});
