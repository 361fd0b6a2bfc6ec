/** A part of a text that is spoken by itself. */
export interface TextPart {
  /** Code units from the start of the text. */
  readonly offset: number;
  readonly text: string;
}

/** Texts up to here are spoken as they are. */
export const SHORT = 200;
/** A part may be longer only where it is one word. */
const LONGEST = 300;
/** Sentences are put together until they are about this long: each start of a voice costs a little. */
const COMFORTABLE = 160;

/** Knows usual abbreviations, after whose points no sentence begins. */
const SENTENCES = new Intl.Segmenter('en-u-ss-standard', { granularity: 'sentence' });
const TITLES = /(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|No|vs|etc|e\.g|i\.e|z\.B|bzw|Nr)\.\s*$/i;

/** Cuts a long text at its sentences, and a long sentence at its clauses; joined, the parts are the text. */
export function splitText(text: string): readonly TextPart[] {
  if (text.length <= SHORT) return [{ offset: 0, text }];
  const parts: string[] = [];
  for (const { segment } of SENTENCES.segment(text)) {
    const last = parts.at(-1);
    const goesOn = last !== undefined && TITLES.test(last);
    const fits = last !== undefined && last.length + segment.length <= COMFORTABLE;
    if (last !== undefined && (goesOn || fits || segment.trim() === '')) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  let offset = 0;
  return parts.flatMap(clausesOf).map((part) => {
    const here = { offset, text: part };
    offset += part.length;
    return here;
  });
}

function clausesOf(sentence: string): string[] {
  const clauses: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const clause = /^.*[,;:–—，、；](?=\s|\p{L})\s*/su.exec(head)?.[0] ?? '';
    const words = /^.*\s/s.exec(head)?.[0] ?? '';
    const cut = clause.length > LONGEST / 4 ? clause : words === '' ? wholeCharacters(head) : words;
    clauses.push(cut);
    rest = rest.slice(cut.length);
  }
  return rest === '' ? clauses : [...clauses, rest];
}

/** Not in the middle of a character of two code units. */
const wholeCharacters = (text: string): string => (/[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text);
