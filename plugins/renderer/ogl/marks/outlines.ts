import type { FrameDrawing } from '../../../../dsl/index.ts';
import { fillOf } from './fill.ts';
import type { Outline } from './outline.ts';
import { strokeOf } from './stroke.ts';

type Marks = FrameDrawing['marks'];
type Mark = Marks[number];

export interface MarkOutlines {
  readonly fill: Outline | null;
  readonly stroke: Outline | null;
}

/** The meshes of marks, made once for as long as the frames carry the same list. */
export class Outlines {
  readonly #known = new WeakMap<Marks, readonly (MarkOutlines | null)[]>();

  /** One entry a mark; null for a label. */
  of(marks: Marks): readonly (MarkOutlines | null)[] {
    const known = this.#known.get(marks);
    if (known) return known;
    const made = marks.map(outlinesOf);
    this.#known.set(marks, made);
    return made;
  }
}

function outlinesOf(mark: Mark): MarkOutlines | null {
  if (mark.kind === 'label') return null;
  return {
    fill: mark.fill === null ? null : fillOf(mark.points),
    stroke:
      mark.stroke === null || mark.stroke_width <= 0 ? null : strokeOf(mark.points, mark.closed, mark.stroke_width),
  };
}
