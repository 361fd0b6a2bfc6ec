import { SceneParser } from './grammar.ts';
import { STATEMENT } from './keywords.ts';
import { ALL_TOKENS } from './tokens.ts';

/** A rule of the grammar as Chevrotain serialises it, for programs that draw it. */
export interface GrammarRule {
  readonly name: string;
  readonly definition: readonly unknown[];
}

export interface Grammar {
  readonly rules: readonly GrammarRule[];
  /** Words that the rules name by what they have in common, by that name. */
  readonly classes: Readonly<Record<string, readonly string[]>>;
}

/** Every word that begins a statement; `for` is a clause elsewhere. */
export const STATEMENT_KEYWORDS: readonly string[] = [...Object.keys(STATEMENT), 'for'];

export function grammar(): Grammar {
  const rules = new SceneParser().getSerializedGastProductions() as unknown as readonly GrammarRule[];
  const named = new Set(JSON.stringify(rules).match(/"name":"\w+"/g));
  const classes: Record<string, string[]> = {};
  for (const { LABEL, CATEGORIES } of ALL_TOKENS) {
    for (const { name } of CATEGORIES ?? []) {
      if (named.has(`"name":"${name}"`) && LABEL !== undefined) classes[name] = [...(classes[name] ?? []), LABEL];
    }
  }
  return { rules, classes };
}
