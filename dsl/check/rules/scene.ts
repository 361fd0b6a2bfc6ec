import type { NamedStatement, SettingStatement, StageStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { clausesOf } from '../clauses.ts';
import type { Context, Here, Rule } from '../context.ts';
import { durationOf, numberOf } from '../measures.ts';
import { FORMS } from '../vocabulary/forms.ts';
import { QUALITIES } from '../vocabulary/qualities.ts';
import { named } from './declaring.ts';

/** Settings of the whole scene: once, at its top. */

function onlyAtTop(
  statement: SettingStatement | StageStatement | NamedStatement,
  here: Here,
  context: Context,
): boolean {
  if (!here.timed && here.only === null && here.group === null) return true;
  const where = 'at the top of the scene, outside of blocks';
  context.report('dsl/misplaced', statement.keyword, { statement: statement.kind, where });
  return false;
}

function missing(statement: SettingStatement | StageStatement, part: string, context: Context): void {
  if (statement.broken) return;
  const { kind } = statement;
  context.report('dsl/missing-part', statement.keyword, { statement: kind, part, form: FORMS[kind] });
}

const SIDE = { what: 'side of the stage', min: 16, max: 8192 };

export const stageRule: Rule<StageStatement> = (statement, here, context) => {
  clausesOf(statement, [], here, context);
  if (!onlyAtTop(statement, here, context)) return null;
  const { width, height } = statement;
  if (!width || !height) missing(statement, 'how wide and high', context);
  else {
    // `1280x720` without spaces leaves the x at the number.
    const wide = numberOf({ ...width, unit: width.unit === 'x' ? '' : width.unit }, SIDE, ['px'], context);
    const high = numberOf(height, SIDE, ['px'], context);
    if (wide !== null && high !== null) context.draft.stage = { width: Math.round(wide), height: Math.round(high) };
  }
  return null;
};

export const settingRule: Rule<SettingStatement> = (statement, here, context) => {
  clausesOf(statement, [], here, context);
  if (!onlyAtTop(statement, here, context)) return null;
  const { kind, value } = statement;
  if (!value) missing(statement, kind === 'seed' ? 'which number' : 'how long', context);
  else if (kind === 'seed') {
    const seed = numberOf(value, { what: 'seed', min: 0, max: 4_294_967_295 }, [], context);
    if (seed !== null) context.draft.seed = Math.floor(seed);
  } else {
    const length = durationOf(value, context, 1);
    if (length !== null) context.draft.length_ms = length;
  }
  return null;
};

export const qualityRule: Rule<NamedStatement> = (statement, here, context) => {
  clausesOf(statement, [], here, context);
  const name = named(statement, context);
  if (!name || !onlyAtTop(statement, here, context)) return null;
  const word = choose('dsl/unknown-choice', name, QUALITIES, context);
  context.draft.quality = QUALITIES.find((each) => each === word) ?? null;
  return null;
};
