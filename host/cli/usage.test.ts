import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';
import { COW } from './proof/scenes.ts';

const PROGRAM = fileURLToPath(new URL('./opencommotion.mjs', import.meta.url));
const COMMANDS = ['start', 'check', 'compile', 'frame', 'render', 'quality', 'probe', 'plugins', 'plugins list'];

describe('help', () => {
  it('of the program names every command and the exit codes', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toContain(command.split(' ')[0]);
    expect(stdout).toContain('0 all is well, 1 the input is at fault, 2 the command is');
  });

  it.each(COMMANDS)('of %s has an example', async (command) => {
    const { code, stdout, stderr } = await runCli([...command.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`Example:\\n  .*opencommotion ${command.split(' ')[0]}`));
  });

  it('is not an error to ask for the version', async () => {
    expect(await runCli(['--version'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });
});

describe('a wrong command line ends with 2 and says what would be right', () => {
  it.each([
    ['no command', [], /Usage: opencommotion/],
    ['an unknown command', ['chekc', COW], /unknown command 'chekc'[\s\S]*check/],
    ['an unknown subcommand', ['plugins', 'lst'], /unknown command 'lst'[\s\S]*list/],
    ['no file', ['check'], /missing required argument 'files'/],
    ['two files where one is meant', ['frame', COW, COW, '--mode', '2d', '--at', '0'], /too many arguments/],
    ['an unknown option', ['check', '--jason', COW], /unknown option '--jason'[\s\S]*--json/],
    ['no mode', ['compile', COW], /required option '--mode <mode>' not specified/],
    ['an unknown mode', ['compile', COW, '--mode', '4d'], /'4d' is invalid[\s\S]*2d, 3d/],
    ['a negative time', ['frame', COW, '--mode', '2d', '--at=-5'], /Give milliseconds/],
    ['a time that is none', ['frame', COW, '--mode', '2d', '--at', 'soon'], /Give milliseconds/],
    [
      'a size that is none',
      ['render', COW, '--mode', '2d', '--at', '0', '-o', 'x.png', '--size', 'big'],
      /like 1280x720/,
    ],
    ['a share that is none', ['probe', '--share', '2'], /a share from 0 to 1/],
    ['a count that is none', ['probe', '--count', 'many'], /whole number/],
    ['a picture without a name', ['render', COW, '--mode', '2d', '--at', '0'], /required option '-o, --output <file>'/],
  ])('%s', async (_story, words, message) => {
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('the program', () => {
  it('says what to do where its packages are not installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bare-'));
    try {
      symlinkSync(PROGRAM, join(folder, 'opencommotion.mjs'));
      const words = ['--preserve-symlinks', '--preserve-symlinks-main', join(folder, 'opencommotion.mjs'), '--help'];
      const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      expect(status).toBe(1);
      expect(stderr).toContain('npm install');
      expect(stderr).not.toContain('    at ');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
