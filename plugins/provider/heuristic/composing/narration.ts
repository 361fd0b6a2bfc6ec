import { splitWords } from '../../../../dsl/index.ts';
import type { Idea } from '../reading/idea.ts';
import { shortened } from '../reading/sentence.ts';
import { quoted } from './script-text.ts';

/** What one written line holds beside the margins of the stage. */
const LINE = 46;
const MOST_LINES = 4;

export interface Narration {
  readonly lines: readonly { readonly id: string; readonly text: string }[];
  /** Whether the words are shown as they are sung. */
  readonly written: boolean;
}

/** What is spoken: the phrases in quotation marks, or a sentence that says what is seen. Short enough, it is written as well. */
export function narrate(idea: Idea): Narration {
  const quotes = idea.quotes.flatMap(cutLines).slice(0, MOST_LINES);
  const said = describe(idea);
  const texts = quotes.length > 0 ? quotes : said.length <= LINE ? [said] : sentences(said);
  return {
    lines: texts.map((text, index) => ({ id: index === 0 ? 'line' : `line-${index + 1}`, text })),
    written: texts.every((text) => text.length <= LINE),
  };
}

const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+/)
    .filter((sentence) => splitWords(sentence).length > 0)
    .slice(0, MOST_LINES);

function describe({ sentence, cast, deeds }: Idea): string {
  const text = sentence.replace(/[\s,;:]+$/, '');
  if (splitWords(text).length === 0) return cast.length === 0 ? 'Tell me what you would like to see.' : 'Look at this.';
  const plain = /^(?:a|an|the|one)\s/i.test(text) ? 'Here is' : 'Here are';
  const many = cast.length > 1 || cast.some((member) => member.count > 1);
  const named = deeds.length === 0 && cast.length > 0 && /^[a-z]/i.test(text) && text.split(' ').length < 9;
  const said =
    named && /^(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|some|\d+)\s/i.test(text)
      ? `${many ? 'Here are' : plain} ${text.charAt(0).toLowerCase()}${text.slice(1)}`
      : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?…。！？]$/u.test(said) ? said : `${said}.`;
}

/** Cuts a text into lines of at most `LINE` characters, at blanks; a word longer than that is cut itself. */
function cutLines(text: string): string[] {
  const lines: string[] = [];
  let rest = shortened(text, LINE * MOST_LINES);
  while (rest !== '') {
    if (rest.length <= LINE) {
      lines.push(rest);
      break;
    }
    const head = rest.slice(0, LINE + 1);
    const at = Math.max(head.lastIndexOf(' '), 0) || safeCut(rest);
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return lines.filter((line) => splitWords(line).length > 0);
}

/** Never between the two halves of one character. */
const safeCut = (text: string): number => (/[\ud800-\udbff]/.test(text.charAt(LINE - 1)) ? LINE - 1 : LINE);

/** `line.jumps`, where one of the lines says `word`; null where none does. */
export function cueOf({ lines }: Narration, word: string): string | null {
  for (const { id, text } of lines)
    for (const spoken of splitWords(text))
      if (spoken.text.toLowerCase() === word.toLowerCase())
        return `${id}.${/^[a-z]+$/i.test(spoken.text) ? spoken.text : quoted(spoken.text)}`;
  return null;
}
