import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';
import { BAD, COW, GOOD, SPOKEN } from './proof/scenes.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const good = write('good.scene', GOOD);
const bad = write('bad.scene', BAD);
const spoken = write('spoken.scene', SPOKEN);

describe('check', () => {
  it('is content with a good script', async () => {
    const { code, stdout } = await runCli(['check', good, COW]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^2 files checked: 0 errors/) });
  });

  it('shows the place, the line, a caret and the cure of a mistake', async () => {
    const { code, stdout, stderr } = await runCli(['check', bad]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '1 file checked: 1 error, 0 warnings.\n' });
    expect(stderr).toMatch(/bad\.scene:3:8.*error.*dsl\//);
    expect(stderr).toContain('move start');
    expect(stderr).toContain('^');
    expect(stderr).toContain('star');
  });

  it('tells machines the same, with cures they can apply', async () => {
    const { code, stdout } = await runCli(['check', '--json', good, bad]);
    const answer = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(answer).toMatchObject({ ok: false, files: [good, bad], errors: 1 });
    const [diagnostic] = answer.diagnostics;
    expect(diagnostic).toMatchObject({ file: bad, severity: 'error', line: 3, column: 8, end_line: 3 });
    const [edit] = diagnostic.cures[0].edits;
    const cured = BAD.slice(0, edit.offset) + edit.text + BAD.slice(edit.offset + edit.length);
    expect(cured).toBe(GOOD);
  });

  it('reads standard input for -', async () => {
    const { code, stderr } = await runCli(['check', '-'], { input: BAD });
    expect(code).toBe(1);
    expect(stderr).toContain('<stdin>:3:8');
  });

  it('takes a byte order mark and Windows line ends in its stride', async () => {
    const { code } = await runCli(['check', '-'], { input: `\uFEFF${GOOD.replaceAll('\n', '\r\n')}` });
    expect(code).toBe(0);
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.scene'), 'cli/not-found'],
    ['a folder', () => folder, 'cli/is-a-folder'],
    ['a picture', () => write('x.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0])), 'cli/not-text'],
    ['ten megabytes', () => write('big.scene', 'x'.repeat(10 * 1024 * 1024)), 'cli/too-large'],
  ])('refuses %s with a code, and still looks at the other files', async (_story, path, expected) => {
    const { code, stderr } = await runCli(['check', path(), bad]);
    expect(code).toBe(1);
    expect(stderr).toContain(expected);
    expect(stderr).toContain('bad.scene:3:8');
    expect(stderr).not.toMatch(/\n {4}at /);
    const { stdout } = await runCli(['check', '--json', path()]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: expected, line: 1, column: 1 }] });
  });
});

describe('compile', () => {
  it('prints the timeline, the same bytes each time', async () => {
    const [first, second] = [
      await runCli(['compile', COW, '--mode', '3d']),
      await runCli(['compile', COW, '--mode', '3d']),
    ];
    expect(first.code).toBe(0);
    expect(first.stdout).toBe(second.stdout);
    expect(JSON.parse(first.stdout)).toMatchObject({ version: 'timeline/1', mode: '3d', alignment: 'estimated' });
  });

  it('writes a file whole, or not at all', async () => {
    const out = join(folder, 'timeline.json');
    const { code, stdout } = await runCli(['compile', good, '--mode', '2d', '-o', out]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ mode: '2d' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const lost = await runCli(['compile', good, '--mode', '2d', '-o', join(folder, 'none', 'timeline.json')]);
    expect(lost.code).toBe(1);
    expect(lost.stderr).toContain('cli/not-written');
  });

  it('prints no timeline of a script with errors', async () => {
    const { code, stdout, stderr } = await runCli(['compile', bad, '--mode', '2d']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('bad.scene:3:8');
  });

  it('puts words where the timings say', async () => {
    const words = [0, 1, 2, 3, 4, 5].map((index) => ({ start_ms: index * 500, end_ms: index * 500 + 400 }));
    const line = { quality: 'measured', duration_ms: 3000, words };
    const timings = write('timings.json', JSON.stringify({ lines: { line } }));
    const { code, stdout } = await runCli(['compile', spoken, '--mode', '2d', '--timings', timings]);
    expect(code).toBe(0);
    const timeline = JSON.parse(stdout);
    expect(timeline.alignment).toBe('measured');
    const [first, second] = timeline.words;
    expect(second.start_ms - first.start_ms).toBe(500);
  });

  it.each([
    ['no JSON', '{', 'cli/not-json'],
    ['of another shape', '{"lines": []}', 'cli/bad-timings'],
    [
      'going backwards',
      '{"lines":{"line":{"quality":"measured","duration_ms":9,"words":[{"start_ms":5,"end_ms":1}]}}}',
      'cli/bad-timings',
    ],
  ])('refuses timings that are %s', async (_story, text, expected) => {
    const { code, stdout, stderr } = await runCli(['compile', COW, '--mode', '2d', '--timings', write('t.json', text)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(expected);
  });

  it('lets a reader leave early without a complaint', async () => {
    const program = fileURLToPath(new URL('./opencommotion.mjs', import.meta.url));
    const child = spawn(process.execPath, [program, 'compile', COW, '--mode', '3d']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, complaint: /EPIPE|Error/.test(stderr) }).toEqual({ code: 0, complaint: false });
  });
});

describe('frame', () => {
  it('says where everything is at that moment', async () => {
    const { code, stdout } = await runCli(['frame', good, '--mode', '2d', '--at', '1500']);
    expect(code).toBe(0);
    const frame = JSON.parse(stdout);
    expect(frame).toMatchObject({ version: 'frame/1', at_ms: 1500, mode: '2d' });
    const [star] = frame.entities;
    expect(star).toMatchObject({ id: 'star', kind: 'moon', y: 300 });
    expect(star.x).toBeGreaterThan(400);
    expect(star.x).toBeLessThan(800);
    expect(Object.keys(star.bounds)).toEqual(['x', 'y', 'width', 'height']);
  });
});

describe('quality', () => {
  it.each(['2d', '3d'])('certifies the cow and the moon in %s', async (mode) => {
    const { code, stdout } = await runCli(['quality', COW, '--mode', mode, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, scenario: 'A', mode });
    expect(code).toBe(0);
  });

  it('holds any other scene to what all scenes are held to', async () => {
    const { code, stdout } = await runCli(['quality', good, '--mode', '2d']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^A scene of its own in 2d: passes/) });
    const empty = await runCli(['quality', '-', '--mode', '2d', '--json'], { input: 'scene "Nothing" { length 3s }' });
    expect(empty.code).toBe(1);
    expect(JSON.parse(empty.stdout)).toMatchObject({
      ok: false,
      scenario: null,
      failures: [{ rule: 'scene.not-blank', message: 'nothing is on the stage' }],
    });
  });
});
