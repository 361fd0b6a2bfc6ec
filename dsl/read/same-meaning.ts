import type { Staged } from '../diagnostics.ts';
import type { Script } from './ast.ts';

/** What a script says and what is wrong with it, wherever it stands in the text. */
const meaningOf = ({ value, diagnostics }: Staged<Script>): string =>
  JSON.stringify([value.statements, diagnostics.map(({ code, message }) => [code, message])], (key, part) =>
    key === 'span' || key === 'keyword' ? undefined : part,
  );

export const sameMeaning = (one: Staged<Script>, other: Staged<Script>): boolean => meaningOf(one) === meaningOf(other);
