/** Boxes that hold other boxes on the way to those that are dated. */
const HOLDERS = new Set(['moov', 'trak', 'mdia']);
/** They begin with version, flags, creation time and modification time (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2). */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Takes the hour of its making out of an MP4, in place, so that the same film is the same bytes. 0 stands where a time
 * is not known.
 */
export function undate(mp4: ArrayBuffer): void {
  const view = new DataView(mp4);
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to; ) {
      const short = view.getUint32(at);
      const long = short === 1;
      const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
      const head = long ? 16 : 8;
      if (size < head || at + size > to) return;
      const type = String.fromCharCode(...new Uint8Array(mp4, at + 4, 4));
      if (HOLDERS.has(type)) walk(at + head, at + size);
      if (DATED.has(type)) {
        const times = view.getUint8(at + head) === 1 ? 16 : 8;
        new Uint8Array(mp4, at + head + 4, times).fill(0);
      }
      at += size;
    }
  };
  walk(0, mp4.byteLength);
}
