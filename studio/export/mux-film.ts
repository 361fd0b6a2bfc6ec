import {
  AudioBufferSource,
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  getFirstEncodableAudioCodec,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { FILM_FORMATS, type FilmFormat } from './film-format.ts';
import type { Segment } from './segment.ts';
import { undate } from './undated.ts';

const SOUND_BITRATE = 128_000;

/**
 * Joins stretches of a film and its sound to one file, without encoding a picture again.
 * @throws Error where this browser can encode none of the sounds that the format holds
 */
export async function muxFilm(
  format: FilmFormat,
  fps: number,
  segments: AsyncIterable<Segment> | Iterable<Segment>,
  sound: AudioBuffer | null,
): Promise<ArrayBuffer> {
  const { video, sound: codecs } = FILM_FORMATS[format];
  const target = new BufferTarget();
  const container = format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const output = new Output({ format: container, target });
  const pictures = new EncodedVideoPacketSource(video);
  output.addVideoTrack(pictures, { frameRate: fps });
  let speaker: AudioBufferSource | null = null;
  if (sound) {
    const codec = await getFirstEncodableAudioCodec([...codecs], { numberOfChannels: 2, sampleRate: sound.sampleRate });
    if (!codec) throw new Error(`This browser can encode no sound for ${format}; export without sound.`);
    speaker = new AudioBufferSource({ codec, bitrate: SOUND_BITRATE });
    output.addAudioTrack(speaker);
  }
  await output.start();
  let first: VideoDecoderConfig | null = null;
  for await (const { config, packets } of segments) {
    first ??= config;
    for (const { type, timestamp_us, duration_us, data } of packets) {
      const packet = new EncodedPacket(data, type, timestamp_us / 1e6, duration_us / 1e6);
      await pictures.add(packet, { decoderConfig: first });
    }
  }
  pictures.close();
  if (speaker && sound) {
    await speaker.add(sound);
    speaker.close();
  }
  await output.finalize();
  if (!target.buffer) throw new Error('The film was written, yet nothing of it came out.');
  if (format === 'mp4') undate(target.buffer);
  return target.buffer;
}
