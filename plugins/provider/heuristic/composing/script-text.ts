/** How values are written in a scene script. */

/** A string of the language: whatever the text, it can't end the string. */
export const quoted = (text: string): string =>
  `"${text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffd]/gu, ' ')
    .replace(/[\\"]/g, '\\$&')}"`;

const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

export const point = ({ x, y }: { readonly x: number; readonly y: number }): string =>
  `(${number(x, 0)}, ${number(y, 0)})`;

export const seconds = (ms: number): string => `${number(ms / 1000, 2)}s`;

export const scale = (factor: number): string => number(factor, 2);

/** A block in the house style of the language: its lines indented by two blanks. */
export const block = (head: string, lines: readonly string[]): string[] => [
  `${head} {`,
  ...lines.map((line) => `  ${line}`),
  '}',
];

/** Words that begin a statement or a clause, which would be hard to read as a name, and those that cannot be one. */
const KEYWORDS = new Set(
  (
    'scene stage seed length environment actor text say lyrics move fade grow turn animate emit camera light material apply beat ' +
    'sequence parallel repeat only over for by count scale rotation opacity size weight intensity color highlight labelled voice is ' +
    'as along facing animation align ball in out on after with at to from through ease colors before above below inside behind ' +
    'start end line quality change keyframes orbit reveal stagger wait sound transition annotate chart series slice bar draw image ' +
    'model group prefab use param let states state when go be none center left right top bottom prototype constructor'
  ).split(' '),
);

/** A name for `noun` that is not in `taken` yet: `red-dragon`, `cow-2`, `the-ball`. */
export function nameFor(noun: string, taken: ReadonlySet<string>): string {
  const slug = noun
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const base = slug === '' ? 'thing' : KEYWORDS.has(slug) ? `the-${slug}` : slug;
  let name = base;
  for (let n = 2; taken.has(name); n += 1) name = `${base}-${n}`;
  return name;
}
