import { describe, expect, it } from 'vitest';
import { SceneFiles } from './scene-files.ts';

const png = (mark: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(`\x89PNG\r\n\x1a\n${mark}`, (sign) => sign.charCodeAt(0));
const files = () => new SceneFiles((path) => Promise.resolve(new Blob([`the host's ${path}`])));

describe('the files of a scene', () => {
  it('are the host’s, until one of that name is dropped, in whatever folder', async () => {
    const shelf = files();
    expect(await (await shelf.fetchFile('media/bear.png')).text()).toBe("the host's media/bear.png");
    expect(await shelf.keep(new File([png('mine')], 'bear.png'))).toBeNull();
    expect(await (await shelf.fetchFile('media/bear.png')).text()).toContain('mine');
  });

  it('are told by their bytes, and refused with a sentence', async () => {
    expect(await files().keep(new File(['words'], 'bear.png'))).toContain('neither an image');
    expect(await files().keep(new File([new Uint8Array(33 * 1024 * 1024)], 'vast.png'))).toContain(
      'larger than 32 MiB',
    );
    expect(await files().keep(new File([png('')], 'named-so.txt'))).toBeNull();
  });
});
