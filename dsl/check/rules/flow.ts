import type { NamedStatement, SettingStatement, StaggerStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { clausesOf } from '../clauses.ts';
import type { Rule } from '../context.ts';
import { durationOf } from '../measures.ts';
import type { TransitionStyle } from '../model.ts';
import { later } from '../moments.ts';
import { SOUNDS } from '../vocabulary/sounds.ts';
import { latest } from './blocks.ts';
import { named } from './declaring.ts';
import { happen, TIMED } from './happening.ts';

const STEP_MS = 100;

/** Each begins so much after the one before, unless it says when itself. */
export const staggerRule: Rule<StaggerStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time'], here, context);
  const { step, body, broken, keyword, span } = statement;
  if (!step) clauses.missing('how much later each begins');
  if (!body && !broken) context.report('dsl/missing-block', keyword, { statement: 'stagger' });
  const step_ms = (step && durationOf(step, context)) ?? STEP_MS;
  const start = clauses.start() ?? here.start;
  const ends = (body ?? []).map((each, at) =>
    context.visit(each, { ...here, start: later(start, at * step_ms), timed: true }),
  );
  return body && latest(ends, { ...here, start }, span, context);
};

/** Nothing happens for so long: what follows in the sequence begins later. */
export const waitRule: Rule<SettingStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [], here, context);
  if (!statement.value) return clauses.missing('how long');
  const ms = durationOf(statement.value, context);
  if (here.timed) return ms === null ? null : later(here.start, ms);
  context.report('dsl/misplaced', statement.keyword, { statement: 'wait', where: 'in a sequence' });
  return null;
};

export const soundRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'volume'], here, context);
  const name = named(statement, context);
  const sound = name && choose('dsl/unknown-sound', name, Object.keys(SOUNDS), context);
  const volume = clauses.number('volume', { what: 'volume', min: 0, max: 1 }, 1, ['%']);
  return sound === null ? null : happen({ kind: 'sound', sound, volume }, statement, clauses, here, context);
};

const STYLES = ['fade', 'wipe', 'iris'] satisfies TransitionStyle[];

export const transitionRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'over', 'color'], here, context);
  const name = named(statement, context);
  const word = name && choose('dsl/unknown-choice', name, STYLES, context);
  const style = STYLES.find((each) => each === word);
  const duration_ms = clauses.duration('over', 1000);
  const color = clauses.color('color', '#000000');
  if (!style) return null;
  return happen({ kind: 'transition', style, color, duration_ms }, statement, clauses, here, context);
};
