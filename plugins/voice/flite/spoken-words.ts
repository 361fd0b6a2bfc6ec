import type { SpokenWord } from '../../contract/index.ts';

/** Letters and digits with the apostrophes, hyphens, points, colons and commas inside them: what is said as one thing. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\-.,:][\p{L}\p{N}\p{M}]+)*/gu;

/** What Flite calls silence. */
const PAUSE = 'pau';

/** A phone, and when it ends. */
export interface Phone {
  readonly name: string;
  readonly end_ms: number;
}

export interface WrittenWord {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The words of a text that Flite can speak: those with English letters or digits. */
export const writtenWords = (text: string): WrittenWord[] =>
  [...text.matchAll(WORD)].flatMap((match) => {
    const [word] = match;
    return /[a-z\d]/i.test(word) ? [{ offset: match.index, length: word.length, text: word }] : [];
  });

/** `pau:0.215 ax:0.265`, as `flite -psdur` prints it. */
export const readPhones = (printed: string): Phone[] =>
  [...printed.matchAll(/(\S+):(\d+(?:\.\d+)?)/g)].map(([, name = '', seconds = '']) => ({
    name,
    end_ms: Number(seconds) * 1000,
  }));

/** The phones of each word, as `flite -ps` prints them where a pause stands between any two. */
export const readWords = (printed: string): string[][] =>
  printed
    .split(/\s+/)
    .join(' ')
    .split(PAUSE)
    .map((group) => group.trim().split(' ').filter(Boolean))
    .filter((group) => group.length > 0);

const CHANGED = 1;
const MISSING = 1;

/**
 * When each word is spoken: the phones of the line beside those of its words said one by one, by edit distance (Wagner and
 * Fischer, 1974), since words that stand together change each other's sounds. Null where Flite read the words otherwise.
 */
export function spokenWords(
  written: readonly WrittenWord[],
  groups: readonly (readonly string[])[],
  phones: readonly Phone[],
): SpokenWord[] | null {
  if (groups.length !== written.length || written.length === 0) return null;
  const wanted = groups.flatMap((group, word) => group.map((name) => ({ name, word })));
  const heard = phones.flatMap(({ end_ms, name }, at) =>
    name === PAUSE ? [] : [{ name, end_ms, start_ms: phones[at - 1]?.end_ms ?? 0 }],
  );
  const word = wordOfEach(
    wanted.map(({ name }) => name),
    heard.map(({ name }) => name),
  ).map((at) => wanted[at]?.word ?? 0);
  let free = 0;
  const spoken: SpokenWord[] = [];
  for (const [index, { length, offset }] of written.entries()) {
    const mine = heard.filter((_, at) => word[at] === index);
    const [first, last] = [mine[0], mine.at(-1)];
    // Swallowed between its neighbours: the host divides their time.
    if (!first || !last) continue;
    const start_ms = Math.max(free, Math.round(first.start_ms));
    free = Math.max(start_ms, Math.round(last.end_ms));
    spoken.push({ offset, length, start_ms, end_ms: free });
  }
  return spoken;
}

/** For each of `heard`, the place in `wanted` that it stands for. */
function wordOfEach(wanted: readonly string[], heard: readonly string[]): number[] {
  const wide = heard.length + 1;
  const costs = new Int32Array((wanted.length + 1) * wide);
  for (let i = 0; i <= wanted.length; i += 1)
    for (let j = 0; j <= heard.length; j += 1) {
      const at = i * wide + j;
      if (i === 0 || j === 0) costs[at] = (i + j) * MISSING;
      else
        costs[at] = Math.min(
          (costs[at - wide - 1] ?? 0) + (wanted[i - 1] === heard[j - 1] ? 0 : CHANGED),
          (costs[at - wide] ?? 0) + MISSING,
          (costs[at - 1] ?? 0) + MISSING,
        );
    }
  const places = new Array<number>(heard.length).fill(0);
  let [i, j] = [wanted.length, heard.length];
  while (j > 0) {
    const at = i * wide + j;
    const same = i > 0 && wanted[i - 1] === heard[j - 1];
    if (i > 0 && costs[at] === (costs[at - wide - 1] ?? 0) + (same ? 0 : CHANGED)) {
      i -= 1;
      j -= 1;
      places[j] = i;
    } else if (i > 0 && costs[at] === (costs[at - wide] ?? 0) + MISSING) i -= 1;
    else {
      j -= 1;
      places[j] = Math.max(0, i - 1);
    }
  }
  return places;
}
