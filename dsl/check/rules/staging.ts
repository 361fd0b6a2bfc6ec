import type { CameraStatement, NamedStatement, NameNode, WordsStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { clausesOf } from '../clauses.ts';
import { type Context, type Here, type Rule, SCENE_START } from '../context.ts';
import type { Deed, Place } from '../model.ts';
import { onStage, resolvePlace } from '../places.ts';
import { findThing } from '../resolve.ts';
import { ACTOR_KINDS } from '../vocabulary/actor-kinds.ts';
import { DEFAULT_EASE } from '../vocabulary/eases.ts';
import { EFFECTS } from '../vocabulary/effects.ts';
import { ENVIRONMENTS } from '../vocabulary/environments.ts';
import { firstDeclaration, named } from './declaring.ts';
import { happen, TIMED } from './happening.ts';

const CHANGE_MS = 2000;

/** The first at the top of the scene, without a time, is how the scene begins; every other one is a change. */
export const environmentRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'over', 'ease'], here, context);
  const name = named(statement, context);
  const preset = name && choose('dsl/unknown-environment', name, Object.keys(ENVIRONMENTS), context);
  if (preset === null) return null;
  const asked = clauses.has('time') || clauses.has('over');
  if (!here.timed && here.only === null && !asked && context.draft.environment === null) {
    context.draft.environment = preset;
    return null;
  }
  const duration_ms = clauses.duration('over', here.timed || clauses.has('time') ? CHANGE_MS : 0);
  const deed = { kind: 'environment', preset, duration_ms, ease: clauses.ease(DEFAULT_EASE) } as const;
  return happen(deed, statement, clauses, here, context);
};

const EMIT_MS = 1200;
const COUNT = { what: 'number of particles', min: 1, max: 400 };

export const emitRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'from', 'for', 'count', 'color', 'within'], here, context);
  const name = named(statement, context);
  const fx = name && choose('dsl/unknown-effect', name, Object.keys(EFFECTS), context);
  if (!clauses.has('from')) clauses.missing('where from');
  const from = onStage(clauses.place('from'), here, context);
  const count = Math.round(clauses.number('count', COUNT, 40));
  const duration_ms = clauses.duration('for', EMIT_MS);
  const color = clauses.color('color', null);
  const vessel = clauses.word('within');
  const within = vessel && vesselOf(vessel, here, context);
  if (fx === null || !from) return null;
  return happen({ kind: 'emit', fx, from, within, duration_ms, count, color }, statement, clauses, here, context);
};

/** What holds water that things can rise to the surface of. */
function vesselOf(name: NameNode, here: Here, context: Context): string | null {
  const thing = findThing(name, ['actor'], here, context);
  if (!thing) return null;
  if (ACTOR_KINDS[thing.kind ?? '']?.water) return thing.id;
  const vessels = Object.keys(ACTOR_KINDS).filter((kind) => ACTOR_KINDS[kind]?.water);
  const params = { name: name.text, is: 'no vessel of water', wanted: `an actor that is ${vessels.join(' or ')}` };
  context.report('dsl/wrong-thing', name.span, params);
  return null;
}

type CameraMove = Extract<Deed, { kind: 'camera' }>['move'];

interface CameraHabit {
  readonly place: 'needed' | 'optional' | 'none';
  /** Without `by`: magnification, share of the way that is followed, or pixels of shaking. */
  readonly amount: number;
  readonly least: number;
  readonly most: number;
  readonly duration_ms: number;
}

const CAMERA: Readonly<Record<CameraMove, CameraHabit>> = {
  'push-in': { place: 'optional', amount: 1.3, least: 1, most: 6, duration_ms: 1000 },
  'pull-out': { place: 'optional', amount: 1.3, least: 1, most: 6, duration_ms: 1000 },
  pan: { place: 'needed', amount: 1, least: 0, most: 1, duration_ms: 1000 },
  follow: { place: 'needed', amount: 0.5, least: 0, most: 1, duration_ms: 1000 },
  orbit: { place: 'optional', amount: 30, least: -360, most: 360, duration_ms: 1000 },
  roll: { place: 'none', amount: 5, least: -180, most: 180, duration_ms: 1000 },
  shake: { place: 'none', amount: 12, least: 0, most: 200, duration_ms: 600 },
  'rack-focus': { place: 'optional', amount: 0.5, least: 0, most: 1, duration_ms: 1000 },
  reset: { place: 'none', amount: 1, least: 0, most: 1, duration_ms: 1000 },
};
const MOVES = Object.keys(CAMERA) as CameraMove[];

export const cameraRule: Rule<CameraStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'to', 'over', 'ease', 'by'], here, context);
  const name = named(statement, context);
  const word = name && choose('dsl/unknown-choice', name, MOVES, context);
  const move = MOVES.find((each) => each === word);
  if (!move) return null;
  const habit = CAMERA[move];
  const given = statement.place !== null || clauses.has('to');
  let target: Place | null = null;
  if (given && habit.place === 'none') {
    const span = statement.place?.span ?? clauses.get('to')?.keyword ?? statement.keyword;
    context.report('dsl/wrong-value', span, { clause: move, expected: 'no place', found: '' });
  } else if (given) {
    const place = statement.place ? resolvePlace(statement.place, here, context) : clauses.place('to');
    target = onStage(place, here, context);
    if (!target) return null;
  } else if (habit.place === 'needed') return clauses.missing('where to look');
  if (move === 'follow' && target?.kind !== 'relative') {
    const span = statement.place?.span ?? statement.keyword;
    context.report('dsl/wrong-value', span, { clause: move, expected: 'the name of something that moves', found: '' });
    return null;
  }
  const range = { what: 'amount', min: habit.least, max: habit.most };
  const angle = move === 'orbit' || move === 'roll';
  const amount = angle ? clauses.angle('by', habit.amount) : clauses.number('by', range, habit.amount, ['%', 'px']);
  const duration_ms = clauses.duration('over', habit.duration_ms);
  const deed = { kind: 'camera', move, target, amount, duration_ms, ease: clauses.ease(DEFAULT_EASE) } as const;
  return happen(deed, statement, clauses, here, context);
};

export const sayRule: Rule<WordsStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time', 'voice'], here, context);
  const name = named(statement, context);
  if (!statement.text) clauses.missing('what is said');
  const voice = clauses.text('voice');
  if (!name || !statement.text || !firstDeclaration(name, context)) return null;
  const start = clauses.start() ?? SCENE_START;
  const id = here.renamed.get(name.text) ?? name.text;
  const text = statement.text.value;
  context.draft.lines.push({ id, only: here.only, span: statement.span, text, voice, start });
  return { anchor: { kind: 'line', line: id, edge: 'end' }, offset_ms: 0 };
};

export const beatRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time'], here, context);
  const name = named(statement, context);
  if (!name || !firstDeclaration(name, context)) return null;
  if (!clauses.has('time') && !here.timed) return clauses.missing('when it is');
  const at = clauses.start() ?? SCENE_START;
  const id = here.renamed.get(name.text) ?? name.text;
  context.draft.beats.push({ id, only: here.only, span: statement.span, at });
  return { anchor: { kind: 'beat', beat: id }, offset_ms: 0 };
};
