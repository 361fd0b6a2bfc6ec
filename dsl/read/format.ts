import { indent } from './indent.ts';
import { landmarksOf } from './landmarks.ts';
import { layOut } from './lay-out.ts';
import { layoutOf } from './layout.ts';
import { lex } from './lex.ts';
import { read } from './read.ts';
import { sameMeaning } from './same-meaning.ts';

/**
 * A script as the house writes it: two spaces for each block, a statement a line, at most one empty line at a time,
 * lines of at most 110 columns where they can be broken. Blocks that their author wrote in one line stay in one line if
 * they fit. Comments stay where they are. Done twice it changes nothing any more.
 * Only white space is changed, and the script says the same as before; where something is wrong with it, line ends say
 * what the author meant, so that only the indentation is put right, and where even that is in doubt, nothing.
 */
export function format(text: string): string {
  if (text.trim() === '') return '';
  const before = read(text);
  const { tokens, comments } = lex(text);
  const marks = landmarksOf(before.value);
  const after = before.diagnostics.length === 0 ? layOut(layoutOf(tokens, comments, marks), marks) : indent(text);
  return sameMeaning(before, read(after)) ? after : text;
}
