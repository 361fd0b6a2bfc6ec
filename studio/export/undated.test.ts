import { describe, expect, it } from 'vitest';
import { undate } from './undated.ts';

const box = (type: string, ...content: readonly (readonly number[])[]): number[] => {
  const bytes = content.flat();
  return [0, 0, 0, bytes.length + 8, ...[...type].map((letter) => letter.charCodeAt(0)), ...bytes];
};
const film = (time: number): ArrayBuffer =>
  new Uint8Array([
    ...box('ftyp', [1, 2, 3, 4]),
    ...box(
      'moov',
      box('mvhd', [0, 0, 0, 0, 0, 0, 0, time, 0, 0, 0, time, 9, 9]),
      box('trak', box('tkhd', [1, 0, 0, 7, ...Array(7).fill(0), time, ...Array(7).fill(0), time, 5])),
    ),
    ...box('mdat', [time, 8]),
  ]).buffer;

describe('a film without the hour of its making', () => {
  it('is the same whenever it was made, but for what it shows', () => {
    const [one, other] = [film(3), film(200)];
    undate(one);
    undate(other);
    const differing = [...new Uint8Array(one)].flatMap((byte, at) => (byte === new Uint8Array(other)[at] ? [] : [at]));
    expect(differing).toEqual([one.byteLength - 2]);
  });
  it('keeps versions, flags and what follows the times', () => {
    const made = film(77);
    undate(made);
    expect([...new Uint8Array(made)]).toEqual(
      [...new Uint8Array(film(0))].map((byte, at) => (at === made.byteLength - 2 ? 77 : byte)),
    );
  });
  it.each([[[]], [[0, 0, 0, 99, 109, 111, 111, 118]], [[0, 0, 0, 3, 109, 111, 111, 118]]])(
    'leaves what is no film alone: %j',
    (bytes) => {
      const made = new Uint8Array(bytes).buffer;
      undate(made);
      expect([...new Uint8Array(made)]).toEqual(bytes);
    },
  );
});
