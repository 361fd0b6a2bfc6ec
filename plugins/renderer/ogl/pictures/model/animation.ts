import type { ModelFile } from '../../../../contract/index.ts';
import { readAccessor } from './accessor.ts';

export type Moved = 'translation' | 'rotation' | 'scale';

interface Channel {
  readonly node: number;
  readonly path: Moved;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly interpolation: string;
}

export interface Animation {
  readonly channels: readonly Channel[];
  /** Seconds, after which it begins anew. */
  readonly duration: number;
}

const isMoved = (path: string): path is Moved => path === 'translation' || path === 'rotation' || path === 'scale';

/** The first animation of a file, without morphing; null where there is none. */
export function firstAnimation(file: ModelFile): Animation | null {
  const first = file.document.animations?.[0];
  if (!first) return null;
  const channels = first.channels.flatMap(({ sampler, target }): readonly Channel[] => {
    const from = first.samplers[sampler];
    if (!from || target.node === undefined || !isMoved(target.path)) return [];
    const times = readAccessor(file, from.input).values;
    const { values } = readAccessor(file, from.output);
    if (times.length === 0) return [];
    return [{ node: target.node, path: target.path, times, values, interpolation: from.interpolation ?? 'LINEAR' }];
  });
  const duration = Math.max(0, ...channels.map(({ times }) => times.at(-1) ?? 0));
  return channels.length > 0 ? { channels, duration } : null;
}

/** The value of a channel at a time (glTF 2.0, appendix C), from its keys alone. */
export function valueAt({ path, times, values, interpolation }: Channel, seconds: number): readonly number[] {
  const size = path === 'rotation' ? 4 : 3;
  const cubic = interpolation === 'CUBICSPLINE';
  const after = times.findIndex((time) => time > seconds);
  const next = after < 0 ? times.length - 1 : after;
  const previous = after < 0 ? next : Math.max(0, after - 1);
  const span = (times[next] ?? 0) - (times[previous] ?? 0);
  const share = span > 0 ? Math.min(1, Math.max(0, (seconds - (times[previous] ?? 0)) / span)) : 0;
  // A cubic key is tangent in, value, tangent out.
  const read = (key: number, part: number): readonly number[] => {
    const start = (cubic ? key * 3 + part : key) * size;
    return Array.from(values.subarray(start, start + size));
  };
  const [from, to] = [read(previous, 1), read(next, 1)];
  if (interpolation === 'STEP' || share === 0) return from;
  if (cubic) return hermite(from, read(previous, 2), to, read(next, 0), share, span, size);
  return size === 4 ? slerp(from, to, share) : from.map((value, at) => value + ((to[at] ?? 0) - value) * share);
}

function hermite(
  from: readonly number[],
  leaving: readonly number[],
  to: readonly number[],
  arriving: readonly number[],
  t: number,
  span: number,
  size: number,
): readonly number[] {
  const [t2, t3] = [t * t, t * t * t];
  const mixed = from.map(
    (value, at) =>
      (2 * t3 - 3 * t2 + 1) * value +
      span * (t3 - 2 * t2 + t) * (leaving[at] ?? 0) +
      (3 * t2 - 2 * t3) * (to[at] ?? 0) +
      span * (t3 - t2) * (arriving[at] ?? 0),
  );
  const length = size === 4 ? Math.hypot(...mixed) || 1 : 1;
  return mixed.map((value) => value / length);
}

function slerp(from: readonly number[], to: readonly number[], share: number): readonly number[] {
  const dot = from.reduce((sum, value, at) => sum + value * (to[at] ?? 0), 0);
  const side = dot < 0 ? -1 : 1;
  const angle = Math.acos(Math.min(1, Math.abs(dot)));
  const sine = Math.sin(angle);
  const [a, b] =
    sine < 1e-6 ? [1 - share, share] : [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine];
  const mixed = from.map((value, at) => value * a + (to[at] ?? 0) * b * side);
  const length = Math.hypot(...mixed) || 1;
  return mixed.map((value) => value / length);
}
