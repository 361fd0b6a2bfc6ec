import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testHost } from './fixtures/test-host.ts';
import { storageFault } from './storage-fault.ts';

describe('a data folder that cannot be written to', () => {
  it.each([
    ['ENOSPC', 'no space left'],
    ['SQLITE_FULL', 'no space left'],
    ['SQLITE_IOERR_WRITE', 'disk fails'],
    ['EROFS', 'may not be written'],
  ])('is known by the code %s', (code, reason) => {
    expect(storageFault(Object.assign(new Error('no'), { code }))).toMatchObject({
      code: 'storage_unusable',
      status: 507,
      details: { reason: expect.stringContaining(reason) },
    });
  });

  it.each([new Error('no'), Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), null, 'ENOSPC'])(
    'is not meant by %s',
    (error) => expect(storageFault(error)).toBeNull(),
  );
});

/** A small file system of its own; only root may make one. */
function smallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1400k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/mount');

describe('a full disk', () => {
  it.skipIf(!canMount)(
    '[needs root on Linux] ends turns with 507 or 503 and a reason, and the host stays up',
    async ({ skip }) => {
      const folder = await mkdtemp(join(tmpdir(), 'opencommotion-small-'));
      if (!smallDisk(folder)) skip('this machine lets nobody mount');
      try {
        await mkdir(join(folder, 'data'));
        await using host = await testHost({ dataDir: join(folder, 'data'), runtime: { id: 'sqlite' } });
        const errors: string[] = [];
        for (let at = 0; at < 60 && errors.length < 5; at += 1) {
          const text = `Line ${at} `.repeat(40);
          const script = await host.app.inject({
            method: 'POST',
            url: '/v2/orchestrate',
            payload: { session_id: `s${at}`, prompt: text },
          });
          const spoken = await host.app.inject({ method: 'POST', url: '/v1/voice/synthesize', payload: { text } });
          for (const { payload, statusCode } of [script, spoken])
            if (statusCode !== 200) errors.push(`${statusCode} ${JSON.parse(payload).detail.error}`);
        }
        expect(errors.length).toBeGreaterThan(0);
        expect(
          [...new Set(errors)].filter((error) => !/^(?:507 storage_unusable|503 runtime_unavailable)$/.test(error)),
        ).toEqual([]);
        expect((await host.app.inject({ url: '/health' })).statusCode).toBe(200);
      } finally {
        execFileSync('umount', [folder]);
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
