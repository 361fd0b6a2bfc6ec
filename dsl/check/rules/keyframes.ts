import type { HoldingStatement, KeyframeStatement, NameNode } from '../../read/ast.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Context, Here, Rule } from '../context.ts';
import { durationOf, numberOf } from '../measures.ts';
import type { Ease, PropertyValue } from '../model.ts';
import type { Thing } from '../names.ts';
import { DEFAULT_EASE } from '../vocabulary/eases.ts';
import { CHANGE_MS, changeable, idOf, propertiesOf, propertyOf, propertyValue } from './change.ts';
import { named } from './declaring.ts';
import { happen, TIMED } from './happening.ts';

interface Stop {
  readonly share: number;
  readonly value: PropertyValue;
  readonly ease: Ease;
}

export const keyframesRule: Rule<HoldingStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [...TIMED, 'over', 'ease'], here, context);
  const name = named(statement, context);
  const thing = name && changeable(name, here, context);
  const duration_ms = clauses.duration('over', CHANGE_MS);
  const ease = clauses.ease(DEFAULT_EASE);
  const { body, broken, keyword } = statement;
  if (!body && !broken) context.report('dsl/missing-block', keyword, { statement: 'keyframes' });
  const tracks = new Map<string, Stop[]>();
  for (const each of body ?? []) {
    if (each.kind === 'keyframe') {
      if (thing) addStops(each, thing, { duration_ms, ease }, tracks, here, context);
    } else if (each.kind !== 'unknown') {
      const where = 'outside of keyframes: they hold `at 50% …`';
      context.report('dsl/misplaced', each.keyword, { statement: each.kind, where });
    }
  }
  if (!thing || tracks.size === 0) {
    const unclear = broken || (body ?? []).some((each) => each.broken || each.kind !== 'keyframe');
    return thing && body && !unclear && body.length === 0 ? clauses.missing('what is when') : null;
  }
  const all = [...tracks].map(([property, stops]) => ({
    property,
    stops: inOrder(stops, property, statement, context),
  }));
  return happen(
    { kind: 'keyframes', target: idOf(thing), duration_ms, tracks: all },
    statement,
    clauses,
    here,
    context,
  );
};

interface Timing {
  readonly duration_ms: number;
  readonly ease: Ease;
}

function addStops(
  statement: KeyframeStatement,
  thing: Thing | 'camera',
  timing: Timing,
  tracks: Map<string, Stop[]>,
  here: Here,
  context: Context,
): void {
  const words = statement.clauses.map(({ name }) => name).filter((name) => name !== 'ease');
  const clauses = clausesOf(statement, [...new Set([...words, 'ease'])], here, context);
  const share = shareOf(statement, clauses, timing.duration_ms, context);
  const ease = clauses.has('ease') ? clauses.ease(DEFAULT_EASE) : timing.ease;
  for (const clause of statement.clauses) {
    if (clause.name === 'ease' || clauses.get(clause.name) !== clause) continue;
    const written: NameNode = { kind: 'name', text: clause.name, span: clause.keyword };
    const property = propertyOf(written, thing, context);
    const value = property && propertyValue(clause, clauses, property);
    if (property === null || value === null || share === null) continue;
    const stops = tracks.get(property.is);
    if (stops) stops.push({ share, value, ease });
    else tracks.set(property.is, [{ share, value, ease }]);
  }
  if (words.length === 0 && Object.keys(propertiesOf(thing)).length > 0) clauses.missing('which property is what then');
}

/** `at 50%`, or `at 2s` of so many. */
function shareOf({ at }: KeyframeStatement, clauses: Clauses, duration_ms: number, context: Context): number | null {
  if (!at) return clauses.missing('when');
  if (at.unit === '%' || at.unit === '') return numberOf(at, { what: 'moment', min: 0, max: 1 }, ['%'], context);
  const ms = durationOf(at, context);
  if (ms === null) return null;
  if (ms <= duration_ms) return duration_ms === 0 ? 0 : ms / duration_ms;
  const params = { what: 'moment', number: `${at.value}${at.unit}`, min: '0s', max: `${duration_ms}ms` };
  context.report('dsl/out-of-range', at.span, params);
  return 1;
}

/** Upwards, and of two at one moment the last. */
function inOrder(stops: readonly Stop[], what: string, statement: HoldingStatement, context: Context): Stop[] {
  const unsorted = stops.some(({ share }, at) => share < (stops[at - 1]?.share ?? 0));
  if (unsorted) context.report('dsl/unsorted', statement.keyword, { what: 'The moments of these keyframes' });
  const last = new Map(stops.map((stop) => [stop.share, stop]));
  if (last.size < stops.length) {
    context.report('dsl/stands-twice', statement.keyword, { what: `A moment of \`${what.replace(/^.*\./, '')}\`` });
  }
  return [...last.values()].sort((a, b) => a.share - b.share);
}
