import type { Script, Statement } from './ast.ts';

/** Where in a text things begin, by offset: what the formatter wants to know of a script beyond its tokens. */
export interface Landmarks {
  readonly statements: ReadonlyMap<number, Statement['kind']>;
  /** Keywords of clauses and statements. */
  readonly keywords: ReadonlySet<number>;
  readonly entries: ReadonlySet<number>;
  /** Brackets that are points. */
  readonly points: ReadonlySet<number>;
  /** Where a long statement may go on in the next line. */
  readonly breaks: ReadonlySet<number>;
}

export function landmarksOf({ statements }: Script): Landmarks {
  const marks = {
    statements: new Map<number, Statement['kind']>(),
    keywords: new Set<number>(),
    entries: new Set<number>(),
    points: new Set<number>(),
    breaks: new Set<number>(),
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (isNode(value)) {
      if (value.kind === 'point') marks.points.add(value.span.offset);
      if (value.kind === 'entry') marks.entries.add(value.span.offset);
      if (value.kind === 'places' && Array.isArray(value.places)) markBreaks(value.places.slice(1));
      if (value.kind === 'list' && Array.isArray(value.items)) markBreaks(value.items.slice(1));
      for (const part of Object.values(value)) if (typeof part === 'object') visit(part);
    }
  };
  const markBreaks = (nodes: readonly unknown[]) => {
    // A name that begins a line might be taken for a statement.
    for (const node of nodes) if (isNode(node) && isSafe(node)) marks.breaks.add(node.span.offset);
  };
  const walk = (body: readonly Statement[]): void => {
    for (const statement of body) {
      marks.statements.set(statement.span.offset, statement.kind);
      marks.keywords.add(statement.keyword.offset);
      // At the beginning of a line, a time before a brace would begin a block of its own, and `for` a loop.
      const hasBlock = ('body' in statement && statement.body) || ('entries' in statement && statement.entries);
      for (const { keyword, value, name } of statement.clauses) {
        marks.keywords.add(keyword.offset);
        const isTime = name === 'time' || name === 'at';
        if (name !== 'for' && !(hasBlock && isTime)) marks.breaks.add(keyword.offset);
        visit(value);
      }
      const { body: inside, clauses: _, ...own } = { body: null, ...statement };
      visit(Object.values(own));
      if (inside) walk(inside);
    }
  };
  walk(statements);
  return marks;
}

const isSafe = ({ kind, formula }: Node) =>
  kind === 'point' || kind === 'hash' || kind === 'text' || (kind === 'number' && formula === undefined);

interface Node {
  readonly kind?: string;
  readonly span: { readonly offset: number };
  readonly places?: unknown;
  readonly items?: unknown;
  readonly formula?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'span' in value;
