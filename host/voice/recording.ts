import { setImmediate as breathe } from 'node:timers/promises';
import libsamplerate from '@alexanderolsen/libsamplerate-js';
import { ALL_FORMATS, AudioSampleSink, BufferSource, EncodedPacketSink, Input, type InputAudioTrack } from 'mediabunny';
import { MPEGDecoder } from 'mpg123-decoder';
import { OpusDecoder } from 'opus-decoder';
import { encodeWav, LISTENING_RATE } from '../../plugins/contract/index.ts';
import { HostError } from '../errors.ts';

const MOST_SECONDS = 300;

/** Some seconds of sound: one array of samples from -1 to 1 for each channel. */
interface Piece {
  readonly channels: readonly Float32Array[];
  readonly rate: number;
}

export interface Recording {
  /** WAV, PCM 16 bit, mono, `LISTENING_RATE`. */
  readonly audio: Uint8Array;
  readonly duration_ms: number;
}

/**
 * Makes what a client has recorded into what voices listen to: WAV of any kind, Opus in WebM or Ogg (as browsers record),
 * MP3. Throws 415 `audio_format_unsupported`, 422 `audio_unreadable`, 413 `audio_too_long`.
 */
export async function readRecording(bytes: Uint8Array): Promise<Recording> {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await trackOf(input);
  const pieces = piecesOf(track);
  if (pieces === null) throw new HostError('audio_format_unsupported', { codec: track.codec });
  const mono: Float32Array[] = [];
  let rate = 0;
  let seconds = 0;
  try {
    for await (const piece of pieces) {
      rate = piece.rate;
      mono.push(mixed(piece.channels));
      seconds += (mono.at(-1)?.length ?? 0) / rate;
      if (seconds > MOST_SECONDS) throw new HostError('audio_too_long', { most_seconds: MOST_SECONDS });
      // Other requests go on while a long recording is decoded.
      if (mono.length % 100 === 0) await breathe();
    }
  } catch (error) {
    throw error instanceof HostError ? error : unreadable(error);
  }
  const samples = await resampled(joined(mono), rate);
  const pcm = Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
  return { audio: encodeWav(pcm, LISTENING_RATE), duration_ms: Math.round(seconds * 1000) };
}

async function trackOf(input: Input): Promise<InputAudioTrack> {
  if (!(await input.canRead())) throw new HostError('audio_format_unsupported');
  const track = await input.getPrimaryAudioTrack().catch((error: unknown) => {
    throw unreadable(error);
  });
  if (track === null) throw new HostError('audio_unreadable', { reason: 'there is no sound in it' });
  return track;
}

function piecesOf(track: InputAudioTrack): AsyncGenerator<Piece> | null {
  if (track.codec === 'opus') return opus(track);
  if (track.codec === 'mp3') return mp3(track);
  return track.codec?.startsWith('pcm-') || track.codec === 'ulaw' || track.codec === 'alaw' ? pcm(track) : null;
}

/** Mono or stereo, as every recorder of speech writes it; RFC 7845, section 5.1.1 (channel mapping family 0). */
async function* opus(track: InputAudioTrack): AsyncGenerator<Piece> {
  const channels = track.numberOfChannels;
  if (channels > 2) throw new HostError('audio_format_unsupported', { codec: 'opus', channels });
  const channelMappingTable = channels === 2 ? [0, 1] : [0];
  const decoder = new OpusDecoder({ channels, streamCount: 1, coupledStreamCount: channels - 1, channelMappingTable });
  try {
    await decoder.ready;
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      const { channelData, sampleRate } = decoder.decodeFrame(data);
      yield { channels: channelData.map((channel) => channel.slice()), rate: sampleRate };
    }
  } finally {
    decoder.free();
  }
}

async function* mp3(track: InputAudioTrack): AsyncGenerator<Piece> {
  const decoder = new MPEGDecoder();
  try {
    await decoder.ready;
    for await (const { data } of new EncodedPacketSink(track).packets()) {
      const { channelData, sampleRate } = decoder.decodeFrame(data);
      yield { channels: channelData.map((channel) => channel.slice()), rate: sampleRate };
    }
  } finally {
    decoder.free();
  }
}

async function* pcm(track: InputAudioTrack): AsyncGenerator<Piece> {
  for await (const sample of new AudioSampleSink(track).samples()) {
    const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(sample.numberOfFrames);
      sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
      return plane;
    });
    const rate = sample.sampleRate;
    sample.close();
    yield { channels, rate };
  }
}

function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = channels;
  if (channels.length === 1) return first;
  return first.map((_, at) => channels.reduce((sum, channel) => sum + (channel[at] ?? 0), 0) / channels.length);
}

function joined(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function resampled(samples: Float32Array, rate: number): Promise<Float32Array> {
  if (rate === LISTENING_RATE || samples.length === 0) return samples;
  const { ConverterType, create } = libsamplerate;
  const converter = await create(1, rate, LISTENING_RATE, { converterType: ConverterType.SRC_SINC_FASTEST });
  try {
    return converter.full(samples).slice();
  } finally {
    converter.destroy();
  }
}

const unreadable = (error: unknown): HostError =>
  new HostError(
    'audio_unreadable',
    { reason: error instanceof Error ? error.message : String(error) },
    { cause: error },
  );
