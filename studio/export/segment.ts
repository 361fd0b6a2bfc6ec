/** One encoded picture. Times are microseconds from the start of the film. */
export interface SegmentPacket {
  readonly type: 'key' | 'delta';
  readonly timestamp_us: number;
  readonly duration_us: number;
  readonly data: Uint8Array;
}

/** A stretch of a film that begins with a key frame: can be kept, and joined to others without encoding again. */
export interface Segment {
  readonly config: VideoDecoderConfig;
  readonly packets: readonly SegmentPacket[];
}

interface Header {
  readonly config: Omit<VideoDecoderConfig, 'description'>;
  readonly description: number;
  readonly packets: readonly (readonly ['key' | 'delta', number, number, number])[];
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  return new Uint8Array(view);
}

/** Four bytes of length (big-endian), that much JSON, then the decoder's description and the packets, end to end. */
export function writeSegment({ config, packets }: Segment): Uint8Array<ArrayBuffer> {
  const { description, ...rest } = config;
  const described = description ? bytesOf(description) : new Uint8Array(0);
  const header: Header = {
    config: rest,
    description: described.length,
    packets: packets.map(({ type, timestamp_us, duration_us, data }) => [type, timestamp_us, duration_us, data.length]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const parts = [described, ...packets.map(({ data }) => data)];
  const bytes = new Uint8Array(4 + json.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  let at = 4 + json.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws Error where the bytes are no segment, or only a part of one */
export function readSegment(bytes: Uint8Array): Segment {
  const cut = (): Error => new Error('A stretch of the film is damaged; remove the work folder and export again.');
  if (bytes.length < 4) throw cut();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (bytes.length < 4 + length) throw cut();
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  let at = 4 + length;
  const take = (count: number): Uint8Array<ArrayBuffer> => {
    if (at + count > bytes.length) throw cut();
    at += count;
    return bytes.slice(at - count, at) as Uint8Array<ArrayBuffer>;
  };
  const description = take(header.description);
  return {
    config: description.length > 0 ? { ...header.config, description } : header.config,
    packets: header.packets.map(([type, timestamp_us, duration_us, count]) => ({
      type,
      timestamp_us,
      duration_us,
      data: take(count),
    })),
  };
}
