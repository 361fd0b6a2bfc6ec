import { actorKind } from '../../check/vocabulary/actor-kinds.ts';
import { DEFAULT_ENVIRONMENT } from '../../check/vocabulary/environments.ts';
import { restingCamera, type StageSize, stillEnvironment } from '../../plan/empty-state.ts';
import { STATE_SCHEMAS } from '../../plan/state-schemas.ts';
import { placeOf } from './address.ts';
import type { Members, V2Entity } from './scene.ts';

type Part = keyof typeof STATE_SCHEMAS;

const isPart = (part: string): part is Part => Object.hasOwn(STATE_SCHEMAS, part);

/** What a client need not say of a thing, by collection. */
function defaultsOf(part: Part, stage: StageSize, data: Members): Members {
  const placed = {
    position: { x: stage.width / 2, y: stage.height / 2, z: 0 },
    scale: 1,
    rotation: 0,
    opacity: 1,
    group: null,
  };
  const drawn = { ...placed, progress: 1 };
  switch (part) {
    case 'actors':
      return { ...placed, kind: 'thing', label: null, colors: {}, facing: 1, material: null };
    case 'groups':
      return { ...placed, origin: placed.position };
    case 'texts': {
      const plain = { value: null, decimals: 0, wrap: null, background: null };
      return { ...drawn, ...plain, text: '', size: 32, color: '#ffffff', weight: 700, align: 'center' };
    }
    case 'charts': {
      const plain = { title: null, x_axis: null, y_axis: null, unit: '', color: '#1f2937', series: [], parts: [] };
      return { ...drawn, ...plain, chart: 'columns', width: 480, height: 300 };
    }
    case 'drawings':
      return { ...drawn, fill: null, stroke: typeof data.fill === 'string' ? null : '#1f2937', stroke_width: 3 };
    case 'pictures':
      return { ...placed, label: null, width: 200, height: 200 };
    case 'sounds':
      return { start_ms: 0, volume: 1 };
    case 'lights':
      return { from: placed.position, color: '#ffffff', intensity: 1 };
    case 'fx':
      return { from: placed.position, start_ms: 0, duration_ms: 2_000, count: 24, color: null, seed: 1, within: null };
    case 'camera':
      return { ...restingCamera(stage) };
    case 'environment':
      return { ...stillEnvironment(DEFAULT_ENVIRONMENT) };
    case 'transition':
      return { style: 'fade', color: '#000000', start_ms: 0, duration_ms: 1_000 };
    default:
      return {};
  }
}

/**
 * The state of a thing as a timeline holds it, from whatever a client said of it: `x`, `y`, `z` may stand for
 * `position`, a `color` for that of an actor's main part; members that nobody knows are left out. Null: it cannot be drawn.
 */
export function stateOf(entityId: string, { kind, data, at_ms }: V2Entity, stage: StageSize): unknown {
  const { part } = placeOf(entityId, kind);
  if (!isPart(part)) return null;
  const schema = STATE_SCHEMAS[part];
  const defaults = defaultsOf(part, stage, data);
  const own = part === 'actors' ? actorMembers(kind, data, at_ms) : {};
  const given = { ...defaults, ...own, ...placedMembers(data, defaults), ...data, ...colored(part, own, data) };
  const known = Object.keys(schema.shape).flatMap((key): [string, unknown][] =>
    Object.hasOwn(given, key)
      ? [[key, given[key as keyof typeof given]]]
      : key in defaults
        ? [[key, defaults[key]]]
        : [],
  );
  const parsed = schema.safeParse(Object.fromEntries(known));
  return parsed.success ? parsed.data : null;
}

function placedMembers({ x, y, z }: Members, { position }: Members): Members {
  if (typeof x !== 'number' && typeof y !== 'number') return {};
  return {
    position: {
      ...Object(position),
      ...(typeof x === 'number' && { x }),
      ...(typeof y === 'number' && { y }),
      ...(typeof z === 'number' && { z }),
    },
  };
}

function actorMembers(kind: string, { type, animation, label }: Members, start_ms: number): Members {
  const wanted = actorKind(kind) ? kind : typeof type === 'string' ? type : kind;
  const known = actorKind(wanted) ? wanted : 'thing';
  const name = typeof animation === 'string' ? animation : (actorKind(known)?.animations[0] ?? 'none');
  return {
    kind: known,
    animation: { name, start_ms },
    ...(known === 'thing' && wanted !== 'thing' && label === undefined ? { label: wanted } : {}),
  };
}

/** `kind` is of the entity, not of its data; a plain word for the animation has been given its time. */
function colored(part: Part, own: Members, { color, colors, animation }: Members): Members {
  if (part !== 'actors') return {};
  const [main] = Object.keys(actorKind(String(own.kind))?.colors ?? {});
  const plain = typeof color === 'string' && main !== undefined ? { [main]: color } : {};
  const moving = typeof animation === 'object' && animation !== null ? {} : { animation: own.animation };
  return { kind: own.kind, colors: { ...plain, ...Object(colors) }, material: null, ...moving };
}
