import { lex } from './lex.ts';
import { LBrace, RBrace } from './tokens.ts';

/** A text with its lines as they are, but each indented by the blocks it stands in, and at most one empty line at a time. */
export function indent(text: string): string {
  const { tokens } = lex(text);
  const depths = new Map<number, { closing: number; opening: number; hasBegun: boolean }>();
  let depth = 0;
  for (const { tokenType, startLine = 0 } of tokens) {
    const line = depths.get(startLine) ?? { closing: depth, opening: depth, hasBegun: false };
    if (tokenType === LBrace) depth += 1;
    if (tokenType === RBrace) {
      depth = Math.max(0, depth - 1);
      if (!line.hasBegun) line.closing = depth;
    } else line.hasBegun = true;
    line.opening = depth;
    depths.set(startLine, line);
  }
  let current = 0;
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => {
    const here = depths.get(index + 1);
    const at = here?.closing ?? current;
    current = here?.opening ?? current;
    const words = line.trim();
    return words === '' ? '' : '  '.repeat(at) + words;
  });
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  return `${kept.join('\n').trimEnd()}\n`;
}
