import type { Vec3 } from '../check/model.ts';
import type { Cast } from './cast.ts';
import type { StageSize } from './empty-state.ts';
import { roundPoint } from './rounding.ts';

/** Free space kept around what a camera move keeps in the picture, as a share of the picture. */
const MARGIN = 0.03;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where a picture magnified by `zoom` that wants to look at `wanted` looks: nothing beside the stage shows, and of the
 * actors as many as fit together are kept whole, those nearest to `wanted` first. A thing that moves counts where it
 * comes to rest.
 */
export function compose(wanted: Vec3, zoom: number, stage: StageSize, cast: Cast, at_ms: number): Vec3 {
  const width = (stage.width / zoom) * (1 - 2 * MARGIN);
  const height = (stage.height / zoom) * (1 - 2 * MARGIN);
  const boxes = [...cast.members]
    .filter(([, { path }]) => path.startsWith('/actors/'))
    .flatMap(([id]) => cast.landmark(id, at_ms) ?? [])
    .map(({ position: { x, y }, width: w, height: h }) => ({
      box: { left: x - w / 2, top: y - h / 2, right: x + w / 2, bottom: y + h / 2 },
      away: Math.abs(x - wanted.x) + Math.abs(y - wanted.y),
    }))
    .filter(({ box }) => box.left >= 0 && box.top >= 0 && box.right <= stage.width && box.bottom <= stage.height)
    .sort((a, b) => a.away - b.away);
  let kept: Box | null = null;
  for (const { box } of boxes) {
    const both: Box = kept ? union(kept, box) : box;
    if (both.right - both.left <= width && both.bottom - both.top <= height) kept = both;
  }
  const x = kept ? between(wanted.x, kept.right - width / 2, kept.left + width / 2) : wanted.x;
  const y = kept ? between(wanted.y, kept.bottom - height / 2, kept.top + height / 2) : wanted.y;
  return insideStage({ x, y, z: wanted.z }, zoom, stage);
}

/** The focus nearest to `point` from which a picture magnified by `zoom` shows nothing beside the stage. */
export function insideStage(point: Vec3, zoom: number, stage: StageSize): Vec3 {
  const halfX = stage.width / 2 / zoom;
  const halfY = stage.height / 2 / zoom;
  return roundPoint({
    x: between(point.x, halfX, stage.width - halfX),
    y: between(point.y, halfY, stage.height - halfY),
    z: point.z,
  });
}

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
