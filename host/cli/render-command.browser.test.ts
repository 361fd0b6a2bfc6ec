import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';
import { BAD, COW } from './proof/scenes.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-render-'));
afterAll(() => rmSync(folder, { recursive: true }));

const render = (mode: string, at: number, out: string) =>
  runCli(['render', COW, '--mode', mode, '--at', String(at), '--size', '480x270', '-o', out]);

const colours = ({ data }: PNG): number => new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;

describe.each(['2d', '3d'])('render in %s', (mode) => {
  it('draws a picture of the asked size, the same each time and another one later', async () => {
    const files = ['a', 'b', 'later'].map((name) => join(folder, `${mode}-${name}.png`));
    const [first = '', second = '', later = ''] = files;
    for (const [index, file] of files.entries()) {
      const { code, stdout, stderr } = await render(mode, index === 2 ? 3000 : 1000, file);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining('480x270') });
    }
    const picture = PNG.sync.read(readFileSync(first));
    expect([picture.width, picture.height]).toEqual([480, 270]);
    expect(colours(picture)).toBeGreaterThan(100);
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    expect(readFileSync(first).equals(readFileSync(later))).toBe(false);
  });
});

describe('render', () => {
  it.each(['2d', '3d'])(
    'shows the images and models beside a script, in %s, and says what it cannot show',
    async (mode) => {
      const [script, out] = [join(folder, 'green.scene'), join(folder, `green-${mode}.png`)];
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#18a058"/></svg>';
      writeFileSync(join(folder, 'green.svg'), svg);
      writeFileSync(
        script,
        'scene "Green" {\n  image a from "green.svg" at (640, 360) width 400\n  model b from "gone.glb" at (200, 500)\n}\n',
      );
      const { code, stderr } = await runCli([
        'render',
        script,
        '--mode',
        mode,
        '--at',
        '0',
        '--size',
        '480x270',
        '-o',
        out,
      ]);
      expect(code).toBe(0);
      expect(stderr).toMatch(/picture-not-found: .*gone\.glb.*There is no such file beside the scene/);
      const { data, width } = PNG.sync.read(readFileSync(out));
      const middle = (135 * width + 240) * 4;
      expect([...data.subarray(middle, middle + 3)]).toEqual([0x18, 0xa0, 0x58]);
    },
  );

  it('draws nothing of a script with errors', async () => {
    const [bad, out] = [join(folder, 'bad.scene'), join(folder, 'bad.png')];
    writeFileSync(bad, BAD);
    const { code, stderr } = await runCli(['render', bad, '--mode', '2d', '--at', '0', '-o', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('bad.scene:3:8');
    expect(existsSync(out)).toBe(false);
  });

  it('says what to install where there is no Chromium', async () => {
    const env = { OPENCOMMOTION_CHROMIUM: join(folder, 'no-browser') };
    const out = join(folder, 'none.png');
    const { code, stderr } = await runCli(['render', COW, '--mode', '2d', '--at', '0', '-o', out], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('export/chromium-missing');
    expect(stderr).toContain('apt-get install');
    expect(existsSync(out)).toBe(false);
  });
});
