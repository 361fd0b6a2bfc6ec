import { type Diagnostic, diagnose, type Span } from '../diagnostics.ts';
import type { NameNode, Statement } from '../read/ast.ts';
import type { Mode } from './model.ts';
import { foldWord, splitWords } from './words.ts';

export type Role =
  | 'actor'
  | 'text'
  | 'group'
  | 'chart'
  | 'drawing'
  | 'picture'
  | 'machine'
  | 'light'
  | 'material'
  | 'line'
  | 'beat'
  | 'action';

/** Something that has a name. */
export interface Thing {
  readonly id: string;
  /** Null: it stands in a statement that was not understood, so nobody can say what it is. */
  readonly role: Role | null;
  readonly only: Mode | null;
  readonly span: Span;
  /** Where it was declared: the first of several declarations counts. */
  readonly node: NameNode;
  /** The groups that it stands in, outermost first. */
  readonly groups: readonly string[];
  /** The state of a machine that it belongs to, or null. */
  readonly state: string | null;
  /** The kind of an actor as it is written. */
  readonly kind: string | null;
  /** Of a line, where each of its words stands, by the word folded for comparison. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}

export type Names = ReadonlyMap<string, Thing>;

/**
 * Names with a fixed meaning as a place, a moment or the lack of something; and those by which plain objects reach
 * their prototype, which no path of a patch may hold.
 */
export const RESERVED: ReadonlySet<string> = new Set([
  ...['center', 'left', 'right', 'top', 'bottom', 'start', 'end', 'none', 'camera'],
  ...['__proto__', 'prototype', 'constructor'],
]);

const ROLES: Readonly<Record<string, Role>> = {
  actor: 'actor',
  text: 'text',
  annotate: 'text',
  group: 'group',
  chart: 'chart',
  draw: 'drawing',
  image: 'picture',
  model: 'picture',
  states: 'machine',
  light: 'light',
  material: 'material',
  say: 'line',
  beat: 'beat',
};

/** Where a declaration stands. */
interface Place {
  readonly only: Mode | null;
  readonly groups: readonly string[];
  readonly state: string | null;
}

type Declare = (name: NameNode, role: Role | null, place: Place, more?: Partial<Thing>) => void;

/** Every name of a script with what it stands for. The first declaration of a name counts. */
export function collectNames(statements: readonly Statement[], report: (diagnostic: Diagnostic) => void): Names {
  const names = new Map<string, Thing>();
  const declare: Declare = (name, role, place, more = {}) => {
    const { text, span } = name;
    if (RESERVED.has(lastPart(text))) {
      report(diagnose('dsl/reserved-name', span, { name: text }));
      return;
    }
    const before = names.get(text);
    if (before && role !== null) {
      if (before.role === null) return;
      report(diagnose('dsl/duplicate-name', span, { name: text, line: String(before.span.line) }));
    }
    if (before) return;
    names.set(text, { id: text, role, span, node: name, ...place, kind: null, words: new Map(), ...more });
  };
  const walk = (each: readonly Statement[], place: Place) => {
    for (const statement of each) {
      declareOf(statement, place, declare);
      if ('body' in statement && statement.body) walk(statement.body, inside(statement, place));
    }
  };
  walk(statements, { only: null, groups: [], state: null });
  return names;
}

const lastPart = (path: string) => path.replace(/^.*\./s, '').replace(/#.*$/s, '');

function inside(statement: Statement, place: Place): Place {
  const only = place.only ?? readingOf(statement);
  const name = 'name' in statement ? statement.name?.text : undefined;
  if (statement.kind === 'group' && name !== undefined) return { ...place, only, groups: [...place.groups, name] };
  // Machines hold no machines, so the outer part is always the name of the machine.
  if (statement.kind === 'states' || statement.kind === 'state') {
    return { ...place, only, state: place.state === null ? (name ?? '') : `${place.state} ${name ?? ''}` };
  }
  return { ...place, only };
}

function declareOf(statement: Statement, place: Place, declare: Declare): void {
  if (statement.kind === 'unknown') {
    for (const text of statement.words) {
      if (/^[\p{L}_]/u.test(text) && !RESERVED.has(lastPart(text)))
        declare({ kind: 'name', text, span: statement.span }, null, place);
    }
    return;
  }
  const as = clauseName(statement, 'as');
  const role = ROLES[statement.kind];
  // What a note is about stands behind the keyword; the note itself may be named behind `as`.
  const name = statement.kind === 'annotate' ? as : role && 'name' in statement ? statement.name : null;
  if (role && name) {
    const kind = clauseName(statement, 'is')?.text ?? null;
    const words = statement.kind === 'say' && statement.text ? splitWords(statement.text.value) : [];
    declare(name, role, place, { kind, words: placesOfWords(words.map(({ text }) => foldWord(text))) });
  }
  if (as && statement.kind !== 'annotate') declare(as, 'action', place);
}

function placesOfWords(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, index) => {
    const known = places.get(word);
    if (known) known.push(index);
    else places.set(word, [index]);
  });
  return places;
}

function clauseName(statement: Statement, clause: string): NameNode | null {
  const value = statement.clauses.find(({ name }) => name === clause)?.value;
  return value?.kind === 'name' ? value : null;
}

export function readingOf(statement: Statement): Mode | null {
  if (statement.kind !== 'only' || statement.reading?.unit !== 'd') return null;
  const { value } = statement.reading;
  return value === 2 ? '2d' : value === 3 ? '3d' : null;
}
