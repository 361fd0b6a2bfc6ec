import type { DrawingState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';

export interface DrawingNow {
  readonly progress: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly stroke_width: number;
}

const STEPS = 72;

/** The marks of a free drawing of which `progress` of the outline is drawn. */
export function drawingMarks({ shape }: Pick<DrawingState, 'shape'>, now: DrawingNow): readonly Mark[] {
  const outline: number[] = [];
  if (shape.kind === 'ellipse') {
    for (let step = 0; step < STEPS; step += 1) {
      const angle = (step / STEPS) * 2 * Math.PI;
      outline.push(shape.radius_x * Math.cos(angle), shape.radius_y * Math.sin(angle));
    }
  } else if (shape.kind === 'rect') {
    const [x, y] = [shape.width / 2, shape.height / 2];
    outline.push(-x, -y, x, -y, x, y, -x, y);
  } else if (shape.kind === 'line') {
    for (const point of shape.points) outline.push(point.x, point.y);
  }
  const drawn = Math.round((outline.length / 2) * now.progress) * 2;
  const whole = now.progress >= 1;
  return [
    {
      kind: 'shape',
      points: whole ? outline : outline.slice(0, drawn),
      closed: whole && (shape.kind !== 'line' || shape.closed),
      fill: now.fill,
      stroke: now.stroke,
      stroke_width: now.stroke_width,
      opacity: 1,
      depth: 0,
      z: 0,
    },
  ];
}
