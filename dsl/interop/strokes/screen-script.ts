import { z } from 'zod';
import type { DrawingDecl, Shape, Vec3 } from '../../check/model.ts';
import { easeOf } from './easing.ts';
import { type Command, commandSchema } from './screen-commands.ts';
import { act, at, freeName, meetThing, standing } from './stroke-draft.ts';
import { type Drawn, strokeRule } from './stroke-rule.ts';

const MOST_COMMANDS = 400;
const INK = '#1f2937';
const commands = z.array(commandSchema).min(1).max(MOST_COMMANDS);

/** A little program that draws: figures, words, and ways for both. */
export const runScreenScript = strokeRule({
  params: z.union([
    z.object({ commands }),
    z.object({ program: z.object({ commands }) }).transform(({ program }) => program),
  ]),
  duration_ms: 0,
  paths: () => ['/actors/*', '/annotations/-'],
  draw(stroke) {
    for (const [index, command] of stroke.params.commands.entries()) run(command, index, stroke);
  },
});

type Running = Drawn<{ readonly commands: readonly Command[] }>;

function run(command: Command, index: number, stroke: Running): void {
  const { draft, span, timing, stroke_id } = stroke;
  const start_ms = timing.start_ms + command.at_ms;
  if (command.op === 'move') {
    meetThing(draft, command.id);
    const ways = command.points ?? (command.to === undefined ? [] : [command.to]);
    if (ways.length === 0) return;
    const through = ways.map(({ x, y }) => at(x, y));
    const ease = easeOf(command.easing);
    const way = {
      through,
      curve: ways.length > 1 ? 'spline' : 'line',
      bend: 0,
      duration_ms: command.duration_ms,
    } as const;
    act(draft, `${stroke_id}-${index + 1}`, start_ms, { kind: 'move', target: command.id, ...way, ease }, span);
    return;
  }
  const id = freeName(command.id ?? `${stroke_id}-${index + 1}`, standing(draft));
  const appears = start_ms > 0 ? 0 : command.opacity;
  if (command.op === 'text' || command.op === 'annotate') {
    const { x, y } = command.at ?? command.point ?? command;
    const words = { text: command.text, value: null, decimals: 0, wrap: null, background: null };
    const face = { size: command.size, color: command.color ?? INK, weight: 700, align: 'center' } as const;
    draft.model.texts.push({ id, only: null, span, group: null, at: at(x, y), opacity: appears, ...words, ...face });
  } else {
    const { shape, middle } = shapeOf(command);
    draft.model.drawings.push({
      id,
      only: null,
      span,
      group: null,
      ...inked(command),
      shape,
      at: middle,
      opacity: appears,
    });
  }
  if (start_ms === 0) return;
  const deed = {
    kind: 'fade',
    target: id,
    to: command.opacity,
    duration_ms: command.duration_ms,
    ease: 'linear',
  } as const;
  act(draft, `${id}-fade`, start_ms, deed, span);
}

type Figure = Exclude<Command, { readonly op: 'move' | 'text' | 'annotate' }>;

/** Lines have a stroke, the others a fill, unless they say otherwise; something is always seen. */
function inked(
  command: Figure,
): Pick<DrawingDecl, 'fill' | 'stroke' | 'stroke_width' | 'scale' | 'rotation' | 'progress'> {
  const line = command.op === 'line' || command.op === 'polyline';
  const main = command.color ?? INK;
  const fill = command.fill === undefined ? (line || command.stroke ? null : main) : command.fill;
  const stroke = command.stroke === undefined ? (line ? main : null) : command.stroke;
  const seen = fill === null && stroke === null ? main : stroke;
  return { fill, stroke: seen, stroke_width: command.width ?? 2, scale: 1, rotation: 0, progress: 1 };
}

function shapeOf(command: Figure): { readonly shape: Shape; readonly middle: DrawingDecl['at'] } {
  switch (command.op) {
    case 'dot':
      return { shape: round(command.radius, command.radius), middle: placeOf(command) };
    case 'circle': {
      const radius = command.r ?? command.radius;
      return { shape: round(radius, radius), middle: placeOf(command) };
    }
    case 'ellipse':
      return { shape: round(command.rx, command.ry), middle: placeOf(command) };
    case 'rect': {
      const { w, h, corner } = command;
      return { shape: { kind: 'rect', width: w, height: h, corner }, middle: placeOf(command) };
    }
    case 'line':
      return through(command.points ?? [command.from ?? ORIGIN, command.to ?? ORIGIN], false, false);
    case 'polyline':
      return through(command.points, false, command.smooth);
    case 'polygon':
      return through(command.points, true, false);
  }
}

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };
const round = (radius_x: number, radius_y: number): Shape => ({ kind: 'ellipse', radius_x, radius_y });
const placeOf = (command: {
  readonly x: number;
  readonly y: number;
  readonly at?: Vec3 | undefined;
  readonly point?: Vec3 | undefined;
}) => {
  const { x, y } = command.at ?? command.point ?? command;
  return at(x, y);
};

/** Points of the stage as a shape around the middle of their box. */
function through(points: readonly Vec3[], closed: boolean, smooth: boolean) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  const around = points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y, z: 0 }));
  const shape: Shape = { kind: 'line', points: around, closed, smooth };
  return { shape, middle: at(middle.x, middle.y) };
}
