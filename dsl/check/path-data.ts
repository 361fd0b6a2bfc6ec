/** How many numbers follow each letter (SVG 2, 9.3). */
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

const TOKEN = /\s*,?\s*(?:([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?))/y;
/** Points that no renderer needs more of. */
const MAX_NUMBERS = 20_000;

/** Where path data stops making sense, or null where all of it does: what is there, to be shown. */
export function faultInPath(data: string): string | null {
  const end = data.trimEnd().length;
  let command = '';
  let given = 0;
  let numbers = 0;
  const wanted = () => NUMBERS[command] ?? 0;
  /** A letter has all its numbers, once or several times; only `Z` has none. */
  const complete = () => (wanted() === 0 ? given === 0 : given > 0 && given % wanted() === 0);
  const begun = (at: number) => data.slice(at, at + 12) || 'its end';
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [, letter, number] = TOKEN.exec(data) ?? [];
    if (letter !== undefined) {
      const upper = letter.toUpperCase();
      const known = Object.hasOwn(NUMBERS, upper) && (command !== '' || upper === 'M');
      if (!known || !complete()) return begun(at);
      command = upper;
      given = 0;
    } else if (number !== undefined) {
      numbers += 1;
      given += 1;
      if (wanted() === 0 || numbers > MAX_NUMBERS || !Number.isFinite(Number(number))) return begun(at);
    } else return begun(at);
  }
  return numbers > 0 && complete() ? null : 'its end';
}
