import { ASKING } from './vocabulary.ts';

const MOST = 140;
const POLITE =
  /^(?:please|hey|hi|hello|ok|okay|now|can you|could you|would you|will you|i want to see|i want to|i want|i would like|i'd like|we need|let's|let us|help me)\b[\s,]*/i;
const ABOUT =
  /^(?:me|us)?\s*(?:(?:a|an|the|some|this|one|short|simple|little|nice|new)\s+)*(?:scene|video|animation|picture|story|film|movie|clip|cartoon|image)\b\s*(?:(?:of|with|where|about|in which|that shows|showing|for)\b\s*)?/i;

/** Text fit to be spoken: no control characters, one line, single blanks, well-formed. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "… take 3": what people say of a shot that they want once more, and nothing of what is in it. */
export const withoutTake = (prompt: string): string => prompt.replace(/[\s,;–-]*\btake (?:\d+|one|two|three)\W*$/i, '');

/** "Please make a scene of two cows in a field" → "two cows in a field": what the prompt says, without the asking. */
export function withoutAsking(prompt: string): string {
  let text = prompt;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(POLITE, '');
    const [first = ''] = text.match(/^[a-z]+/i) ?? [];
    if (ASKING.has(first.toLowerCase()))
      text = text
        .slice(first.length)
        .replace(/^\s+(?:me|us)\b/i, '')
        .trimStart();
    text = text.replace(ABOUT, '');
  }
  return text;
}

/** The first `MOST` characters at most, cut after a sentence or a word. */
export function shortened(text: string, most = MOST): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most + 1);
  const sentence = /^.{20,}[.!?](?=\s)/.exec(head)?.[0];
  const words = head.replace(/\s+\S*$/, '');
  return (
    sentence ??
    (words.length <= most
      ? words
      : [...text.slice(0, most)]
          .join('')
          .toWellFormed()
          .replace(/\ufffd$/, ''))
  );
}

const TITLE = 60;
const SHORTEST_TITLE = 12;
const CLAUSE_END = /\s*[,;:–—]|\s(?:and|while|when|then|until|as|but|so|because)\s/gi;

/** What a scene is called: the first sentence or, where that is long, as many of its clauses as are short enough. */
export function titleFrom(text: string): string {
  const [first = ''] = text.split(/(?<=[.!?])\s/);
  const ends = [...first.matchAll(CLAUSE_END)].map(({ index }) => index);
  const end = ends.findLast((at) => at >= SHORTEST_TITLE && at <= TITLE);
  const title = first.length > TITLE && end !== undefined ? first.slice(0, end) : shortened(first, TITLE);
  return title.replace(/[.,;:\s]+$/, '');
}
