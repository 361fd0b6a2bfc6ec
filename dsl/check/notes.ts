import type { Draft, Note } from './context.ts';
import type { ActorDecl, ChartDecl, DrawingDecl, Place, TextDecl, Vec3 } from './model.ts';
import { ACTOR_KINDS } from './vocabulary/actor-kinds.ts';

/** How far the line stays away from what it joins. */
const GAP = 12;
const PEN = 2;

/** The lines from notes to what they are about. Known only when everything is: a note may stand before its thing. */
export function withNotes(draft: Draft): Draft {
  if (draft.notes.length === 0) return draft;
  const { actors, texts, charts, drawings } = draft;
  const things = new Map([...texts, ...charts, ...drawings, ...actors].map((thing) => [thing.id, thing]));
  const lines = draft.notes.map((note) => lineOf(note, things));
  return { ...draft, drawings: [...drawings, ...lines] };
}

type Things = ReadonlyMap<string, ActorDecl | TextDecl | ChartDecl | DrawingDecl>;

function lineOf(note: Note, things: Things): DrawingDecl {
  const { at, points } = joined(note, things);
  const { line: id, only, span, group, opacity, color } = note;
  const shape = { kind: 'line', points, closed: false, smooth: false } as const;
  const looks = { fill: null, stroke: color, stroke_width: PEN, scale: 1, rotation: 0, opacity, progress: 1 };
  return { id, only, span, group, at, shape, ...looks };
}

function joined({ at, target, size }: Note, things: Things): { at: Place; points: Vec3[] } {
  if (at.kind === 'relative') {
    const { x, y } = at.offset;
    const half = { x: Math.abs(x) / 2, y: Math.abs(y) / 2, z: 0 };
    // Beside a thing the line is as long as the note is away, from edge to edge.
    return { at: { ...at, offset: { x: 0, y: 0, z: 0 } }, points: [{ ...half, x: -half.x, y: -half.y }, half] };
  }
  const thing = things.get(target);
  const to = thing?.at.kind === 'point' ? thing.at : at;
  const form = thing && 'kind' in thing ? ACTOR_KINDS[thing.kind] : undefined;
  const reach = form
    ? (Math.min(form.width, form.height) / 2) * (thing && 'scale' in thing ? thing.scale : 1) + GAP
    : size + GAP;
  const length = Math.hypot(to.x - at.x, to.y - at.y);
  const share = (distance: number) => (length === 0 ? 0 : Math.min(0.5, distance / length));
  const along = (part: number): Vec3 => ({ x: (to.x - at.x) * part, y: (to.y - at.y) * part, z: 0 });
  const [begin, end] = [along(share(size)), along(1 - share(reach))];
  const middle = { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2, z: 0 };
  const points = [begin, end].map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y, z: 0 }));
  return { at: { kind: 'point', x: at.x + middle.x, y: at.y + middle.y, z: at.z }, points };
}
