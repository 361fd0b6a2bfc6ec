import { bitrateOf, type FilmPicture, frameTime_us } from './film-format.ts';
import type { Segment, SegmentPacket } from './segment.ts';

/** Pictures that may wait for the encoder: more only take memory. */
const MOST_WAITING = 4;
/** Frames between key frames: a player can seek that finely. */
const KEY_EVERY = 60;

/**
 * Profiles by what decoders must be able to do: H.264 high with the lowest level whose macroblocks a second suffice
 * (ITU-T H.264, table A-1), VP9 profile 0.
 */
function codecOf({ format, width, height, fps }: FilmPicture): string {
  if (format === 'webm') return 'vp09.00.51.08';
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  const rate = blocks * fps;
  if (blocks <= 3600 && rate <= 108_000) return 'avc1.64001f';
  if (blocks <= 8192 && rate <= 245_760) return 'avc1.640028';
  if (blocks <= 8704 && rate <= 522_240) return 'avc1.64002a';
  if (blocks <= 36_864 && rate <= 983_040) return 'avc1.640033';
  return 'avc1.64003e';
}

export interface SegmentWish {
  readonly picture: FilmPicture;
  /** Index of the first frame in the film, and how many. */
  readonly first: number;
  readonly count: number;
  /** Puts frame `index` of the film on the canvas. */
  readonly draw: (index: number) => Promise<void> | void;
  readonly signal?: AbortSignal;
}

/**
 * Draws and encodes a stretch of a film; its first frame is a key frame.
 * @throws Error where this browser cannot encode that, with the cure
 */
export async function encodeSegment(canvas: HTMLCanvasElement, wish: SegmentWish): Promise<Segment> {
  const { picture, first, count, draw, signal } = wish;
  const { width, height, fps, format } = picture;
  const encoding: VideoEncoderConfig = {
    codec: codecOf(picture),
    width,
    height,
    framerate: fps,
    bitrate: bitrateOf(picture),
    latencyMode: 'quality',
    ...(format === 'mp4' && { avc: { format: 'avc' } }),
  };
  const { supported } = await VideoEncoder.isConfigSupported(encoding);
  if (!supported) {
    throw new Error(`This browser cannot encode ${format} of ${width}x${height} at ${fps}; choose a smaller size.`);
  }
  const packets: SegmentPacket[] = [];
  let config: VideoDecoderConfig | null = null;
  let failure: Error | null = null;
  const encoder = new VideoEncoder({
    output(chunk, meta) {
      if (meta?.decoderConfig) config ??= meta.decoderConfig;
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push({
        type: chunk.type,
        timestamp_us: chunk.timestamp,
        duration_us: chunk.duration ?? frameTime_us(1, fps),
        data,
      });
    },
    error(error) {
      failure = error;
    },
  });
  try {
    encoder.configure(encoding);
    for (let at = 0; at < count; at += 1) {
      signal?.throwIfAborted();
      if (failure) throw failure;
      await draw(first + at);
      const timestamp = frameTime_us(first + at, fps);
      const frame = new VideoFrame(canvas, { timestamp, duration: frameTime_us(first + at + 1, fps) - timestamp });
      encoder.encode(frame, { keyFrame: at % KEY_EVERY === 0 });
      frame.close();
      while (encoder.encodeQueueSize > MOST_WAITING) {
        await new Promise((dequeued) => encoder.addEventListener('dequeue', dequeued, { once: true }));
      }
    }
    await encoder.flush();
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  if (failure) throw failure;
  if (!config) throw new Error('The encoder said nothing of what it wrote, so it cannot be played.');
  return { config, packets };
}
