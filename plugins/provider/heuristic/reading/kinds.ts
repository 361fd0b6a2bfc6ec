import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import { baseForms, type Token } from './tokens.ts';

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ACTOR_KINDS).flatMap(([kind, { synonyms }]) =>
    kind === 'thing' ? [] : [kind, ...synonyms].map((word) => [word, kind] as const),
  ),
);

/** The kind of actor a noun names, and that noun in the singular; null when the stage has no form for it. */
export function kindOf(
  token: Token,
): { readonly kind: string; readonly noun: string; readonly plural: boolean } | null {
  for (const form of baseForms(token)) {
    const kind = KIND_OF.get(form);
    if (kind) return { kind, noun: form, plural: isPlural(token, form) };
  }
  return null;
}

const SEVERAL_IN_ONE_WORD = new Set(['forest', 'people', 'cattle']);

const isPlural = (token: Token, singular: string): boolean =>
  token.plural || SEVERAL_IN_ONE_WORD.has(singular) || (token.word !== singular && token.word.endsWith('s'));
