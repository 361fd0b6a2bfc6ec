import { describe, expect, it } from 'vitest';
import { imageSizeOf, MEDIA_LIMITS, type MediaFault, mediaTypeOf, parentsOf, readModel } from '../index.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)),
  );

const PNG = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0, 0, 0, 0, 128]);
const GIF = bytes('GIF89a', [0x40, 0x01, 0xf0, 0x00]);
/** A comment, which may be of any length, then the frame header of a progressive file. */
const JPEG = bytes([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 0, 0, 0]);
const webp = (kind: string, head: readonly number[]) => bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0], head);
const none = new Array(14).fill(0);

describe('the type of a file', () => {
  it.each([
    [PNG, 'image/png'],
    [GIF, 'image/gif'],
    [JPEG, 'image/jpeg'],
    [webp('VP8 ', none), 'image/webp'],
    [bytes('<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="">'), 'image/svg+xml'],
    [bytes('\xef\xbb\xbf<svg width="1">'), 'image/svg+xml'],
    [bytes('glTF', [2, 0, 0, 0]), 'model/gltf-binary'],
    [bytes('{ "asset": { "version": "2.0" } }'), 'model/gltf+json'],
    [bytes('<html><svg>'), null],
    [bytes('{"name": "a list"}'), null],
    [bytes(''), null],
  ])('is told by its first bytes: %#', (file, type) => {
    expect(mediaTypeOf(file)).toBe(type);
  });
});

describe('the size of an image', () => {
  it.each([
    [PNG, 256, 128],
    [GIF, 320, 240],
    [JPEG, 800, 600],
    [webp('VP8 ', [0, 0, 0, 0, 0, 0, 0x90, 0x01, 0x2c, 0x01]), 400, 300],
    [webp('VP8L', [0x2f, 0x8f, 0xc1, 0x4a, 0, 0, 0, 0, 0, 0]), 400, 300],
    [webp('VP8X', [0, 0, 0, 0, 0x8f, 0x01, 0, 0x2b, 0x01, 0]), 400, 300],
  ])('is read from its head alone: %#', (file, width, height) => {
    const type = mediaTypeOf(file);
    expect(type && imageSizeOf(type, file)).toEqual({ width, height });
  });

  it.each([PNG.subarray(0, 20), GIF.subarray(0, 8), JPEG.subarray(0, 9), webp('VP8 ', [])])(
    'is unknown where the head is cut off: %#',
    (file) => {
      const type = mediaTypeOf(file);
      expect(type && imageSizeOf(type, file)).toBeNull();
    },
  );
});

describe('a model', () => {
  const read = (document: unknown, files: Readonly<Record<string, string>> = {}) =>
    readModel(
      'toys/duck.gltf',
      async (path) => {
        const file = path === 'toys/duck.gltf' ? JSON.stringify(document) : files[path];
        if (file === undefined) throw new Error(`no ${path}`);
        return new Blob([file]);
      },
      MEDIA_LIMITS,
    );
  const asset = { version: '2.0' };
  const fault = (document: unknown) =>
    read(document).then(
      () => null,
      ({ code }: MediaFault) => code,
    );

  it('is read with the files beside it, by names that may be escaped', async () => {
    const buffers = [
      { uri: 'the%20duck.bin', byteLength: 4 },
      { uri: 'data:;base64,AAEC', byteLength: 3 },
    ];
    const model = await read({ asset, buffers }, { 'toys/the duck.bin': 'quack' });
    expect(model.buffers.map(({ length }) => length)).toEqual([5, 3]);
  });

  it.each([
    ['https://elsewhere.test/duck.bin'],
    ['../duck.bin'],
    ['%2e%2e/duck.bin'],
    ['/etc/passwd'],
    ['C:\\duck.bin'],
    ['data:;base64,*'],
  ])('may not name %s', async (uri) => {
    expect(await fault({ asset, buffers: [{ uri, byteLength: 1 }] })).toMatch(/^(?:not-found|corrupt)$/);
  });

  it.each([
    [{ asset: { version: '1.0' } }, 'corrupt'],
    [{ asset, extensionsRequired: ['KHR_draco_mesh_compression'] }, 'unsupported'],
    [{ asset, extensionsRequired: ['VENDOR_magic'] }, 'unsupported'],
    [{ asset, accessors: [{ componentType: 5126, count: 1, type: 'VEC3', sparse: {} }] }, 'unsupported'],
    [
      {
        asset,
        nodes: [{ mesh: 0 }, { mesh: 0 }],
        meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
        accessors: [{ componentType: 5126, count: 360_000, type: 'VEC3' }],
      },
      'too-large',
    ],
  ])('is refused by a code: %#', async (document, code) => {
    expect(await fault(document)).toBe(code);
  });

  it('has nodes that hang in one place each, and in no circle', () => {
    const parents = (...children: readonly number[][]) =>
      parentsOf({ asset, nodes: children.map((each) => ({ children: each })) });
    expect(parents([1, 2], [], [3], [])).toEqual([-1, 0, 0, 2]);
    expect(() => parents([1], [0])).toThrow('circle');
    expect(() => parents([0])).toThrow('circle');
    expect(() => parents([2], [2], [])).toThrow('two places');
    expect(() => parents([7])).toThrow('none');
  });
});
