import { type Diagnostic, diagnose, type Span } from '../diagnostics.ts';
import type { NameNode, Statement } from '../read/ast.ts';
import type { Mode } from './model.ts';
import { foldWord, splitWords } from './words.ts';

export type Role = 'actor' | 'text' | 'light' | 'material' | 'line' | 'beat' | 'action';

/** Something that has a name. */
export interface Thing {
  readonly id: string;
  /** Null: it stands in a statement that was not understood, so nobody can say what it is. */
  readonly role: Role | null;
  readonly only: Mode | null;
  readonly span: Span;
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
  ...['center', 'left', 'right', 'top', 'bottom', 'start', 'end', 'none'],
  ...['__proto__', 'prototype', 'constructor'],
]);

const ROLES: Readonly<Record<string, Role>> = {
  actor: 'actor',
  text: 'text',
  light: 'light',
  material: 'material',
  say: 'line',
  beat: 'beat',
};

/** Every name of a script with what it stands for. The first declaration of a name counts. */
export function collectNames(statements: readonly Statement[], report: (diagnostic: Diagnostic) => void): Names {
  const names = new Map<string, Thing>();
  const declare = (name: NameNode, role: Role | null, only: Mode | null, more: Partial<Thing> = {}) => {
    if (RESERVED.has(name.text)) {
      report(diagnose('dsl/reserved-name', name.span, { name: name.text }));
      return;
    }
    const before = names.get(name.text);
    if (before && role !== null) {
      if (before.role === null) return;
      report(diagnose('dsl/duplicate-name', name.span, { name: name.text, line: String(before.span.line) }));
    }
    if (before) return;
    names.set(name.text, { id: name.text, role, only, span: name.span, kind: null, words: new Map(), ...more });
  };
  const walk = (each: readonly Statement[], only: Mode | null) => {
    for (const statement of each) {
      declareOf(statement, only, declare);
      if ('body' in statement && statement.body) walk(statement.body, only ?? readingOf(statement));
    }
  };
  walk(statements, null);
  return names;
}

type Declare = (name: NameNode, role: Role | null, only: Mode | null, more?: Partial<Thing>) => void;

function declareOf(statement: Statement, only: Mode | null, declare: Declare): void {
  if (statement.kind === 'unknown') {
    for (const text of statement.words) {
      if (/^[\p{L}_]/u.test(text) && !RESERVED.has(text))
        declare({ kind: 'name', text, span: statement.span }, null, only);
    }
    return;
  }
  const role = ROLES[statement.kind];
  if (role && 'name' in statement && statement.name) {
    const kind = clauseName(statement, 'is')?.text ?? null;
    const words = statement.kind === 'say' && statement.text ? splitWords(statement.text.value) : [];
    declare(statement.name, role, only, { kind, words: placesOfWords(words.map(({ text }) => foldWord(text))) });
  }
  const name = clauseName(statement, 'as');
  if (name) declare(name, 'action', only);
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
