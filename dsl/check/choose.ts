import { type Code, type Cure, type ParamsOf, replaceCure, type Span } from '../diagnostics.ts';
import { nearest } from '../read/nearest.ts';
import type { Context } from './context.ts';

/** The codes that say that a word is not in a list. */
export type UnknownCode = {
  [C in Code]: ParamsOf<C> extends { readonly word: string; readonly meant: string; readonly known: string }
    ? C
    : never;
}[Code];

/** More than this many are no help in a message. */
const SHOWN = 12;

/** Says that a word is not in a closed list, and offers the one that was probably meant, or a synonym's. */
export function reportUnknown(
  code: UnknownCode,
  word: string,
  span: Span,
  all: Iterable<string>,
  context: Context,
  synonym: string | null = null,
): string | null {
  // Nobody reads that many, and looking for near names among many for each of them takes long.
  if (context.reportedMany()) {
    context.report(code, span, { word, meant: '', known: '' });
    return null;
  }
  const known = [...all];
  const meant = synonym ?? nearest(word, known);
  const cures: Cure[] = meant === null ? [] : [replaceCure(span, meant)];
  const rest = known.length - SHOWN;
  const shown = known.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const params = { word, meant: meant ?? '', known: shown };
  context.report(code, span, params as ParamsOf<UnknownCode>, cures);
  return meant;
}

/** The word if it is in the list, else what was probably meant, else null; reported when it is not. */
export function choose(
  code: UnknownCode,
  { text, span }: { readonly text: string; readonly span: Span },
  known: readonly string[],
  context: Context,
  synonym: string | null = null,
): string | null {
  return known.includes(text) ? text : reportUnknown(code, text, span, known, context, synonym);
}
