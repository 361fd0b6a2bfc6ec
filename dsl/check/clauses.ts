import type { ClauseNode, ClauseValue, NameNode, Statement } from '../read/ast.ts';
import { choose } from './choose.ts';
import { resolveColor } from './colors.ts';
import type { Context, Here } from './context.ts';
import { resolveEase } from './ease.ts';
import { angleOf, durationOf, numberOf, type Range } from './measures.ts';
import type { Ease, Place, TimeRef } from './model.ts';
import { resolveTime } from './moments.ts';
import { resolvePlace } from './places.ts';
import { FORMS } from './vocabulary/forms.ts';

/** The clauses of one statement, each read as the type it must have. What is absent or wrong gives the default. */
export interface Clauses {
  has(name: string): boolean;
  get(name: string): ClauseNode | null;
  number(name: string, range: Range, byDefault: number, units?: readonly string[]): number;
  angle(name: string, byDefault: number): number;
  duration(name: string, byDefault: number): number;
  color<T extends string | null>(name: string, byDefault: T): string | T;
  text(name: string): string | null;
  word(name: string): NameNode | null;
  /** One word of a short list. */
  choice<T extends string>(name: string, known: readonly T[], byDefault: T): T;
  place(name: string): Place | null;
  ease(byDefault: string): Ease;
  /** When the statement begins. Null: it says so itself, but in a way that makes no sense. */
  start(): TimeRef | null;
  /** Reports that something is not said without which the statement means nothing, unless the reason is known. */
  missing(part: string): null;
}

/** Checks which clauses a statement has; those that do not fit are reported and ignored. */
export function clausesOf(statement: Statement, fitting: readonly string[], here: Here, context: Context): Clauses {
  const found = new Map<string, ClauseNode>();
  let faulty = statement.broken;
  for (const clause of statement.clauses) {
    const written = clause.name === 'time' ? 'time' : clause.name;
    if (written === 'time' && !fitting.includes('time') && fitting.includes('at') && clause.value?.kind === 'time') {
      faulty = true;
      const expected = 'a place such as (640, 360) or `above moon`';
      context.report('dsl/wrong-value', clause.keyword, { clause: 'at', expected, found: 'a time' });
    } else if (!fitting.includes(written)) {
      faulty = true;
      if (clause.broken) continue;
      const { offset, length } = clause.span;
      const cures = [{ title: 'Remove it', edits: [{ offset, length, text: '' }] }];
      const word = written === 'time' ? 'a time' : written;
      context.report('dsl/unknown-clause', clause.keyword, { word, statement: statement.kind }, cures);
    } else if (found.has(written)) context.report('dsl/clause-twice', clause.keyword, { clause: written });
    else found.set(written, clause);
  }

  const wrong = (clause: ClauseNode, expected: string, value: ClauseValue | null) => {
    if (clause.broken) return null;
    const shown = value === null ? '' : show(value);
    context.report('dsl/wrong-value', value?.span ?? clause.keyword, { clause: clause.name, expected, found: shown });
    return null;
  };
  /** The value, if it is of that kind; a value of another kind, or none, is reported. */
  const value = <K extends ClauseValue['kind']>(name: string, kind: K, expected: string) => {
    const clause = found.get(name);
    if (!clause) return null;
    const there = kind === 'name' ? plain(clause.value) : clause.value;
    if (there?.kind === kind) return there as Extract<ClauseValue, { kind: K }>;
    return wrong(clause, expected, clause.value);
  };

  return {
    has: (name) => found.has(name),
    get: (name) => found.get(name) ?? null,
    number(name, range, byDefault, units = []) {
      const node = value(name, 'number', 'a number');
      return (node && numberOf(node, range, units, context)) ?? byDefault;
    },
    angle(name, byDefault) {
      const node = value(name, 'number', 'an angle such as 90deg');
      return (node && angleOf(node, context)) ?? byDefault;
    },
    duration(name, byDefault) {
      const node = value(name, 'number', 'a duration such as 1.5s');
      return (node && durationOf(node, context)) ?? byDefault;
    },
    color(name, byDefault) {
      const clause = found.get(name);
      if (!clause) return byDefault;
      const node = plain(clause.value);
      if (node?.kind === 'hash' || node?.kind === 'name') return resolveColor(node, context) ?? byDefault;
      wrong(clause, 'a colour such as #fde68a or gold', node);
      return byDefault;
    },
    text: (name) => value(name, 'text', 'a text in quotes')?.value ?? null,
    word: (name) => value(name, 'name', 'a name'),
    choice(name, known, byDefault) {
      const node = value(name, 'name', `one of ${known.join(', ')}`);
      const chosen = node && choose('dsl/unknown-choice', node, known, context);
      return known.find((each) => each === chosen) ?? byDefault;
    },
    place(name) {
      const clause = found.get(name);
      if (!clause) return null;
      const node = clause.value;
      if (node?.kind === 'point' || node?.kind === 'named-place') return resolvePlace(node, here, context);
      if (node?.kind === 'name') {
        return resolvePlace(
          { kind: 'named-place', relation: null, name: node, by: null, span: node.span },
          here,
          context,
        );
      }
      return wrong(clause, 'a place such as (640, 360) or `above moon`', node);
    },
    ease(byDefault) {
      const node = value('ease', 'ease', 'the name of an easing');
      return (node && resolveEase(node, context)) ?? byDefault;
    },
    start() {
      const clause = found.get('time');
      if (!clause) return here.start;
      return clause.value?.kind === 'time' ? resolveTime(clause.value, here, context) : null;
    },
    missing(part) {
      const { kind, keyword } = statement;
      if (!faulty) context.report('dsl/missing-part', keyword, { statement: kind, part, form: FORMS[kind] });
      return null;
    },
  };
}

/** Where a place may stand a bare name is one; where none may, it is the name that was meant. */
const plain = (value: ClauseValue | null): ClauseValue | null =>
  value?.kind === 'named-place' && !value.relation && !value.by ? value.name : value;

function show(value: ClauseValue): string {
  switch (value.kind) {
    case 'name':
    case 'hash':
      return value.text;
    case 'text':
      return `"${value.value}"`;
    case 'number':
      return `${value.value}${value.unit}`;
    case 'named-place':
      return value.name.text;
    case 'point':
      return '(…)';
    case 'entries':
      return '{ … }';
    case 'list':
      return '(…)';
    case 'places':
      return 'places';
    case 'time':
      return 'a time';
    case 'ease':
      return value.name.text;
  }
}
