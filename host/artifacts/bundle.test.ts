import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Artifact } from './artifact.ts';
import { MANIFEST, readBundle, writeBundle } from './bundle.ts';

const ARTIFACT: Artifact = {
  ...{ artifact_id: 'one', title: 'One', summary: '', tags: [], scene_entrypoint: null, assets: [], saved_by: 'test' },
  ...{ scene_id: null, pinned: false, archived: false, created_at: 'then', updated_at: 'then', bundle_path: 'x' },
};
const file = (path: string, text: string) => ({ path, type: 'text/plain', bytes: strToU8(text) });
const whole = () => writeBundle(ARTIFACT, [file('script.scene', 'scene "A" { }'), file('audio/0-line.wav', 'RIFF')]);

/** The bundle with its parts changed by somebody. */
function tampered(change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = { ...unzipSync(whole()) };
  change(parts);
  return zipSync(parts);
}
const reasonOf = (zip: Uint8Array): unknown => {
  try {
    readBundle(zip);
  } catch (error) {
    if (error instanceof Error && 'details' in error) return error.details;
  }
  return null;
};

describe('a bundle', () => {
  it('A1 comes back as it was written, and is the same bytes twice', () => {
    const { manifest, files } = readBundle(whole());
    expect(manifest.artifact).toEqual(ARTIFACT);
    expect(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['script.scene', 'scene "A" { }'],
      ['audio/0-line.wav', 'RIFF'],
    ]);
    expect(Buffer.from(whole()).equals(Buffer.from(whole()))).toBe(true);
  });

  it.each<readonly [string, (parts: Record<string, Uint8Array>) => void, string]>([
    ['a changed file', (parts) => (parts['script.scene'] = strToU8('scene "B" { }')), 'not what its manifest says'],
    ['a missing file', (parts) => delete parts['script.scene'], 'is missing'],
    ['a file too many', (parts) => (parts['more.txt'] = strToU8('!')), 'is not in its manifest'],
    ['no manifest', (parts) => delete parts[MANIFEST], 'has no manifest.json'],
    ['a manifest of something else', (parts) => (parts[MANIFEST] = strToU8('{"format":"other"}')), 'format'],
    ['a manifest that is no JSON', (parts) => (parts[MANIFEST] = strToU8('{')), 'no JSON'],
    [
      'a way out of its folder',
      (parts) =>
        (parts[MANIFEST] = strToU8(
          Buffer.from(parts[MANIFEST] ?? [])
            .toString()
            .replace('script.scene', '../x'),
        )),
      'path',
    ],
  ])('A1 with %s is refused with the reason', (_, change, reason) => {
    expect(reasonOf(tampered(change))).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  it('A1 that is no zip is refused', () => {
    expect(reasonOf(strToU8('hello'))).toMatchObject({ reason: expect.any(String) });
    expect(reasonOf(whole().slice(0, 60))).toMatchObject({ reason: expect.any(String) });
  });

  it('A1 that would unpack to a disk full of zeros is refused before it is unpacked', () => {
    const zeros = new Uint8Array(300 * 1024 * 1024);
    expect(reasonOf(zipSync({ 'zeros.bin': zeros }, { level: 9 }))).toMatchObject({ reason: 'it holds too much' });
  });
});
