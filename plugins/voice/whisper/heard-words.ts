import type { SpokenWord } from '../../contract/index.ts';

/** A piece of text as Whisper makes it: a word, a part of one, or a sign. A blank before it begins a word. */
export interface Token {
  readonly text: string;
  readonly start_ms: number;
  readonly end_ms: number;
}

/**
 * A stretch of speech. It may end within a word: the next one then begins without a blank. `tokens` is null where the
 * engine gave no times within it.
 */
export interface Segment {
  readonly text: string;
  readonly tokens: readonly Token[] | null;
}

export interface HeardText {
  readonly text: string;
  /** Empty where a stretch had no times. */
  readonly words: readonly SpokenWord[];
}

/** Segments as one line of text and its words, whose times are made to lie in order and inside the recording. */
export function heardWords(segments: readonly Segment[], durationMs: number): HeardText {
  const timed = timedWords(segments);
  const limit = Math.ceil(durationMs);
  let text = '';
  let time = 0;
  const words: SpokenWord[] = [];
  for (const word of withoutSounds(timed ?? plainWords(segments))) {
    if (text !== '') text += ' ';
    const start_ms = Math.min(limit, Math.max(time, Math.round(word.start_ms)));
    time = Math.min(limit, Math.max(start_ms, Math.round(word.end_ms)));
    words.push({ offset: text.length, length: word.text.length, start_ms, end_ms: time });
    text += word.text;
  }
  return { text, words: timed === null ? [] : words };
}

function plainWords(segments: readonly Segment[]): Token[] {
  const text = segments.map((segment) => segment.text).join('');
  return [...text.matchAll(/\S+/g)].map(([word]) => ({ text: word, start_ms: 0, end_ms: 0 }));
}

/** Null where a stretch has no times, or its tokens are not its text. */
function timedWords(segments: readonly Segment[]): Token[] | null {
  const letters: Token[] = [];
  for (const { tokens } of segments) {
    if (tokens === null) return null;
    for (const token of tokens) for (const letter of token.text) letters.push({ ...token, text: letter });
  }
  const words: Token[] = [];
  let before = ' ';
  for (const letter of letters) {
    const last = words.at(-1);
    if (letter.text.trim() !== '') {
      if (last && before.trim() !== '') words[words.length - 1] = { ...last, end_ms: letter.end_ms };
      else words.push(letter);
    }
    before = letter.text;
  }
  // The spelling is taken from the text: where a letter was divided between two tokens, both halves are unreadable.
  const plain = plainWords(segments);
  if (plain.length !== words.length) return null;
  return words.map((word, index) => ({ ...word, text: plain[index]?.text ?? word.text }));
}

/** Whisper describes what is no speech: `[BLANK_AUDIO]`, `(wind blowing)`, `♪`. */
function withoutSounds(words: readonly Token[]): Token[] {
  let inside: string | null = null;
  return words.filter(({ text }) => {
    if (inside === null && text.startsWith('[')) inside = ']';
    else if (inside === null && text.startsWith('(')) inside = ')';
    if (inside === null) return !/^[♪♫*]+$/u.test(text);
    if (text.replace(/[.,!?]+$/, '').endsWith(inside)) inside = null;
    return false;
  });
}
