/** Quotation marks of several languages; a straight single quote counts only around words, not inside them. */
const QUOTED =
  /"([^"]{1,400})"|“([^”]{1,400})”|„([^“”]{1,400})[“”]|«([^»]{1,400})»|‘([^’]{1,400})’|(?<![\p{L}\p{N}])'([^'\n]{2,400}?)'(?![\p{L}\p{N}])/gu;

/** What stands in quotation marks, and the prompt with it taken out. */
export function splitQuotes(prompt: string): { readonly quotes: readonly string[]; readonly rest: string } {
  const quotes: string[] = [];
  const rest = prompt.replace(QUOTED, (_whole, ...groups: unknown[]) => {
    const inside = groups.find((group): group is string => typeof group === 'string' && group !== '');
    const quote = inside?.trim() ?? '';
    if (/[\p{L}\p{N}]/u.test(quote)) quotes.push(quote);
    return ' ';
  });
  return { quotes, rest };
}
