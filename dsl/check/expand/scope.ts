import type { Span } from '../../diagnostics.ts';
import type { ListNode, ValueNode } from '../../read/ast.ts';
import type { DeclaredNames } from './declared-names.ts';

/** What a variable can stand for. Numbers are worked out: they hold no formula. */
export type Value = ValueNode | ListNode;

/** A stretch of script in which names mean the same: the scene, a block, one round of a `for`, one use of a prefab. */
export interface Scope {
  readonly outer: Scope | null;
  readonly values: Map<string, Value>;
  /** Names of things that are declared in it, or null: a block, which has none of its own. */
  readonly declared: DeclaredNames | null;
  /** What stands before and behind a name that is declared in it: `bowl.fish`, `bar#3`. */
  readonly prefix: string;
  readonly suffix: string;
  /** The prefabs that are being used, innermost last. */
  readonly using: readonly string[];
  /** The `use` that everything in it is reported at, where its text is in another file. */
  readonly reportedAt: Span | null;
}

export const rootScope = (declared: DeclaredNames): Scope => ({
  ...{ outer: null, values: new Map(), declared, prefix: '', suffix: '', using: [], reportedAt: null },
});

export const blockScope = (outer: Scope): Scope => ({ ...outer, outer, values: new Map(), declared: null });

export const roundScope = (outer: Scope, declared: DeclaredNames, round: string): Scope => ({
  ...{ ...outer, outer, values: new Map(), declared, suffix: `${outer.suffix}#${round}` },
});

export function lookUp(name: string, scope: Scope): Value | null {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const value = at.values.get(name);
    if (value) return value;
  }
  return null;
}

/** Every variable that can be seen, for suggestions. */
export function visible(scope: Scope): string[] {
  const names = new Set<string>();
  for (let at: Scope | null = scope; at; at = at.outer) for (const name of at.values.keys()) names.add(name);
  return [...names];
}

/** What a name that is declared here is called in the whole scene. */
export const fullName = (name: string, { prefix, suffix }: Scope): string => `${prefix}${name}${suffix}`;

/**
 * What a name that is mentioned here is called in the whole scene. `bar` is that of this round, `bar#2` that of another
 * round of the same `for` or of one further in, `bowl.fish` something inside of `bowl`.
 */
export function resolveName(text: string, scope: Scope): string {
  const cut = /[#.]/.exec(text)?.index ?? text.length;
  const head = text.slice(0, cut);
  const rest = text.slice(cut);
  const numbered = rest.startsWith('#');
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (!at.declared) continue;
    const known = numbered ? at.declared.inRounds.has(head) : at.declared.here.has(head);
    if (known) return fullName(head, at) + rest;
  }
  return text;
}

/** Where something is reported that stands in this scope. */
export const placed = (span: Span, { reportedAt }: Scope): Span => reportedAt ?? span;
