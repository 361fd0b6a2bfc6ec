import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'tools-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const UNTIDY = 'scene "A"{ // who\nenvironment   space\n      actor   sun is sun\n}\n';
const TIDY = 'scene "A" { // who\n  environment space\n  actor sun is sun\n}\n';

describe('fmt', () => {
  it('puts files in order, and says which', async () => {
    const [untidy, tidy] = [write('untidy.scene', UNTIDY), write('tidy.scene', TIDY)];
    const { code, stdout } = await runCli(['fmt', untidy, tidy]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${untidy} is now in order\n` });
    expect(readFileSync(untidy, 'utf8')).toBe(TIDY);
  });
  it('fails with --check where a file is not in order, and changes nothing', async () => {
    const path = write('check.scene', UNTIDY);
    const { code, stdout } = await runCli(['fmt', '--check', path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: `${path} is not in order\n` });
    expect(readFileSync(path, 'utf8')).toBe(UNTIDY);
  });
  it('prints with --stdout, and what comes from standard input', async () => {
    const path = write('print.scene', UNTIDY);
    expect((await runCli(['fmt', '--stdout', path])).stdout).toBe(TIDY);
    expect((await runCli(['fmt', '-'], { input: UNTIDY })).stdout).toBe(TIDY);
    expect(readFileSync(path, 'utf8')).toBe(UNTIDY);
  });
  it('names a file that is not there, and goes on', async () => {
    const path = write('other.scene', UNTIDY);
    const { code, stdout, stderr } = await runCli(['fmt', join(folder, 'none.scene'), path]);
    expect(code).toBe(1);
    expect(stderr).toContain('cli/not-found');
    expect(stdout).toContain('other.scene is now in order');
  });
});

describe('what lies beside a script', () => {
  const chart = (file: string) => `scene "C" {\n  chart c is curve from "${file}" at center\n}\n`;
  it('is read with it: data files and prefabs of its own library', async () => {
    write('figures.csv', 'year,sold\n2024,3\n2025,5\n');
    mkdirSync(join(folder, 'library'), { recursive: true });
    write('library/flag.scene', 'prefab flag {\n  draw pole rect at (0, 0) width 6 height 90\n}\n');
    const path = write('chart.scene', `${chart('figures.csv').slice(0, -3)}\n  use flag as mine at (300, 300)\n}\n`);
    const { code, stderr } = await runCli(['check', path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
  it.each(['missing.csv', '../secret.csv', '/etc/passwd'])('is not %s', async (file) => {
    const { code, stderr } = await runCli(['check', write('outside.scene', chart(file))]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/outside\.scene:2:\d+ error dsl\//);
  });
});

describe('lint', () => {
  const faint = 'scene "A" {\n  environment studio\n  text note "Hello" at center color white\n}\n';
  it('says what will not look good, and where, and does not fail for it', async () => {
    const { code, stdout, stderr } = await runCli(['lint', write('faint.scene', faint)]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '0 errors, 1 finding.\n' });
    expect(stderr).toMatch(/faint\.scene:3:3 warning lint\/low-contrast/);
  });
  it('tells machines the same, and fails for errors', async () => {
    const path = write('wrong.scene', faint.replace('at center', 'at centre'));
    const { code, stdout } = await runCli(['lint', '--json', path]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, errors: 1, findings: 1 });
  });
});

describe('watch', () => {
  it('says what is new and what is gone, also when an editor puts a new file in the place of the old', async () => {
    const path = write('watched.scene', TIDY);
    const bin = fileURLToPath(new URL('./opencommotion.mjs', import.meta.url));
    const child = spawn(process.execPath, [bin, 'watch', path], { env: { ...process.env, NO_COLOR: '1' } });
    let said = '';
    const waiting = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        for (const look of waiting) look();
      });
    }
    const heard = (pattern: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (!pattern.test(said)) return;
          waiting.delete(look);
          said = said.replace(pattern, '');
          resolve();
        };
        waiting.add(look);
        look();
      });
    try {
      await heard(/0 errors, [\d.]+ s, [0-9a-f]{12}/);
      await heard(/Watching/);
      writeFileSync(path, TIDY.replace('is sun', 'is snu'));
      await heard(/unknown-kind/);
      await heard(/1 error,/);
      writeFileSync(`${path}.new`, TIDY);
      renameSync(`${path}.new`, path);
      await heard(/0 errors, 1 gone/);
    } finally {
      child.kill('SIGTERM');
    }
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
  });
});
