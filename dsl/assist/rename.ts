import { check } from '../check/check.ts';
import type { Surroundings } from '../check/surroundings.ts';
import type { Edit, Span } from '../diagnostics.ts';
import type { NameNode, Script, Statement } from '../read/ast.ts';
import { read } from '../read/read.ts';
import { declaredBy, everyStatement } from './named.ts';

/** Where a name is declared, or null: nothing of the script stands at that offset, or two things share its name. */
export function definition(text: string, offset: number): Span | null {
  const script = read(text).value;
  const part = partsOf(script).find((each) => offset >= each.offset && offset <= each.offset + each.length);
  if (!part) return null;
  const found = declaredBy(script).filter(({ name }) => name.text === part.text);
  return found.length === 1 ? (found[0]?.name.span ?? null) : null;
}

/** Every place where the thing at an offset is called, its declaration among them, in the order of the text. */
export function references(text: string, offset: number): readonly Edit[] {
  const at = definition(text, offset);
  if (!at) return [];
  const name = text.slice(at.offset, at.offset + at.length);
  const parts = partsOf(read(text).value).filter((part) => part.text === name);
  const once = new Map(parts.map((part) => [part.offset, part]));
  return [...once.values()].sort((a, b) => a.offset - b.offset);
}

/** The edits that give a thing another name, or null where the script would not mean the same with it. */
export function rename(
  text: string,
  offset: number,
  name: string,
  surroundings: Surroundings = {},
): readonly Edit[] | null {
  const edits = references(text, offset).map((each) => ({ ...each, text: name }));
  if (edits.length === 0 || partsOf(read(text).value).some((part) => part.text === name)) return null;
  const renamed = edits.reduceRight(
    (so, edit) => so.slice(0, edit.offset) + name + so.slice(edit.offset + edit.length),
    text,
  );
  const codes = (script: string) => {
    const understood = read(script);
    const { diagnostics } = check(understood.value, surroundings);
    return [...understood.diagnostics, ...diagnostics].map(({ code }) => code).join();
  };
  return codes(renamed) === codes(text) ? edits : null;
}

/** What `is`, `ease` and their like name is a word of the language and no thing of the script. */
const WORDED = ['is', 'ease', 'along', 'facing', 'animation', 'align', 'ball', 'go', 'color', 'highlight'];
const COLOURED = ['fill', 'stroke', 'background', 'colors'];
const VARIABLES: readonly string[] = ['let', 'param', 'for'];
const WORDED_STATEMENTS: readonly string[] = [
  'environment',
  'emit',
  'sound',
  'transition',
  'camera',
  'state',
  'quality',
];

/** Each part of each path, `bowl` and `fish` of `bowl.fish`; the words of a line are no names. */
function partsOf(script: Script): Edit[] {
  const lines = new Set(
    declaredBy(script).flatMap(({ name, statement }) => (statement.kind === 'say' ? [name.text] : [])),
  );
  const variables = new Set(
    declaredBy(script).flatMap(({ name, statement }) => (VARIABLES.includes(statement.kind) ? [name.text] : [])),
  );
  return everyStatement(script.statements)
    .flatMap((statement) => namesIn(statement, variables))
    .flatMap((name) => {
      const parts: Edit[] = [];
      for (const found of name.text.matchAll(/[^.#]+/g)) {
        const before = parts.at(-1);
        if (/^\d+$/.test(found[0]) || (before && lines.has(before.text))) break;
        parts.push({ offset: name.span.offset + found.index, length: found[0].length, text: found[0] });
      }
      return name.span.length === name.text.length ? parts : parts.slice(0, 1);
    });
}

/** Where a colour or another word of a list stands, only variables are names. */
function namesIn(statement: Statement, variables: ReadonlySet<string>): NameNode[] {
  const own =
    'name' in statement && statement.name && !WORDED_STATEMENTS.includes(statement.kind) ? [statement.name] : [];
  const isWorded = (name: string) =>
    [...WORDED, ...COLOURED].includes(name) ||
    (statement.kind === 'when' && name === 'from') ||
    (statement.kind === 'change' && name === 'to' && 'word' in statement && statement.word?.text !== 'position');
  const inClauses = statement.clauses.flatMap(({ name, value }) =>
    isWorded(name) ? within(value).filter(({ text }) => variables.has(text)) : within(value),
  );
  const rest = Object.entries(statement).filter(
    ([key]) => !['name', 'word', 'event', 'clauses', 'body', 'entries'].includes(key),
  );
  const entries = 'entries' in statement ? (statement.entries ?? []).map(({ value }) => value) : [];
  return [...own, ...within(rest.map(([, value]) => value)), ...inClauses, ...within(entries)];
}

/** The names in any part of the tree; of a cue the whole path, of which the others are parts. */
function within(node: unknown): NameNode[] {
  if (Array.isArray(node)) return node.flatMap(within);
  if (typeof node !== 'object' || node === null) return [];
  if (isName(node)) return [node, ...within(node.pieces)];
  if ('whole' in node) return within(node.whole);
  return Object.entries(node).flatMap(([key, value]) => (key === 'relation' ? [] : within(value)));
}

const isName = (node: object): node is NameNode => 'kind' in node && node.kind === 'name' && 'text' in node;
