/**
 * Where playback stands, as a value: a position tied to an instant of some time source, a rate and a loop.
 * Everything that plays (picture and sound) asks this one description, so they cannot disagree.
 * All times are milliseconds; "source" times belong to the clock's time source, positions to the scene.
 */
export interface Loop {
  readonly in_ms: number;
  readonly out_ms: number;
}

export interface Transport {
  readonly playing: boolean;
  /** Scene milliseconds per source millisecond. */
  readonly rate: number;
  readonly duration_ms: number;
  /** Played over and over while set. */
  readonly loop: Loop | null;
  /** The source time at which the scene stands, or stood, at `position_ms`. */
  readonly anchor_ms: number;
  readonly position_ms: number;
}

/** One uninterrupted stretch of playback: from the anchor, or from a loop's return, to where it ends or turns back. */
export interface Pass {
  readonly start_ms: number;
  readonly from_ms: number;
  readonly to_ms: number;
}

/** A loop shorter than this would only rattle. */
export const SHORTEST_LOOP_MS = 100;

export const RATES = [0.5, 1, 1.5, 2] as const;

export const STOPPED: Transport = {
  playing: false,
  rate: 1,
  duration_ms: 0,
  loop: null,
  anchor_ms: 0,
  position_ms: 0,
};

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** A loop that fits the scene and is long enough to hear; null where the scene is too short for any. */
export function fitLoop(loop: Loop | null, duration_ms: number): Loop | null {
  if (loop === null || duration_ms < SHORTEST_LOOP_MS) return null;
  const in_ms = clamp(loop.in_ms, 0, duration_ms - SHORTEST_LOOP_MS);
  return { in_ms, out_ms: clamp(loop.out_ms, in_ms + SHORTEST_LOOP_MS, duration_ms) };
}

/** True when playback will reach the loop's end and turn back; a start behind the loop plays on to the scene's end. */
const willTurn = (transport: Transport): transport is Transport & { readonly loop: Loop } =>
  transport.loop !== null && transport.position_ms < transport.loop.out_ms;

/** The scene position at a source time. Before the anchor it stands still: sound has been ordered but is not heard yet. */
export function positionAt(transport: Transport, now_ms: number): number {
  if (!transport.playing) return transport.position_ms;
  const raw = transport.position_ms + Math.max(0, now_ms - transport.anchor_ms) * transport.rate;
  if (!willTurn(transport)) return Math.min(raw, transport.duration_ms);
  const { in_ms, out_ms } = transport.loop;
  return raw < out_ms ? raw : in_ms + ((raw - out_ms) % (out_ms - in_ms));
}

export const hasEnded = (transport: Transport, now_ms: number): boolean =>
  transport.playing && !willTurn(transport) && positionAt(transport, now_ms) >= transport.duration_ms;

/** The stretches that are under way or begin between two source times, in order. */
export function* passes(transport: Transport, since_ms: number, until_ms: number): Generator<Pass> {
  if (!transport.playing) return;
  const { anchor_ms, position_ms, rate, duration_ms } = transport;
  if (!willTurn(transport)) {
    yield { start_ms: anchor_ms, from_ms: position_ms, to_ms: duration_ms };
    return;
  }
  const { in_ms, out_ms } = transport.loop;
  const first_turn_ms = anchor_ms + (out_ms - position_ms) / rate;
  if (since_ms < first_turn_ms) yield { start_ms: anchor_ms, from_ms: position_ms, to_ms: out_ms };
  const round_ms = (out_ms - in_ms) / rate;
  for (let round = Math.max(0, Math.floor((since_ms - first_turn_ms) / round_ms)); ; round++) {
    const start_ms = first_turn_ms + round * round_ms;
    if (start_ms >= until_ms) return;
    yield { start_ms, from_ms: in_ms, to_ms: out_ms };
  }
}
