import type { IToken } from 'chevrotain';
import type { Landmarks } from './landmarks.ts';
import type { Block, Line } from './layout.ts';
import { isSpaced } from './spacing.ts';

export const WIDTH = 110;
const INDENT = '  ';
/** Lines with which a statement goes on stand further in than the lines of its block. */
const FURTHER = '    ';

/** The layout as text. */
export function layOut(lines: readonly Line[], marks: Landmarks): string {
  return printLines(lines, '', marks)
    .map((line) => line.trimEnd())
    .concat('')
    .join('\n');
}

function printLines(lines: readonly Line[], indent: string, marks: Landmarks): string[] {
  return lines.flatMap((line, index) => {
    const printed = printLine(line, indent, marks);
    return line.isApart && index > 0 ? ['', ...printed] : printed;
  });
}

function printLine(line: Line, indent: string, marks: Landmarks): string[] {
  const flat = flatLine(line, marks);
  if (flat !== null && fits(indent + flat)) return [indent + flat + behind(line.trailing)];
  const done: string[] = [];
  let now = indent;
  /** The tokens before, which decide about the space. */
  let before: [IToken | null, IToken | null] = [null, null];
  let isEmpty = true;
  const goOn = () => {
    done.push(now);
    now = indent + FURTHER;
    isEmpty = true;
  };
  for (const [index, part] of line.parts.entries()) {
    if (part.kind === 'comment') {
      if (part.ownLine && !isEmpty) goOn();
      now += isEmpty ? part.token.image : ` ${part.token.image}`;
      goOn();
    } else if (part.kind === 'token') {
      const { token } = part;
      const chunk = chunkFrom(line, index, before, marks);
      if (!isEmpty && marks.breaks.has(token.startOffset) && !fits(now + chunk)) goOn();
      const [last, left] = before;
      const space = !isEmpty && left !== null && isSpaced(last, left, token, marks) ? ' ' : '';
      now += (isEmpty ? '' : left === null ? ' ' : space) + token.image;
      before = [left, token];
      isEmpty = false;
    } else {
      const inside = part.block.isFlat || isBare(part.block) ? flatBlock(part.block, marks) : null;
      const opening = isEmpty ? '' : ' ';
      if (inside !== null && fits(now + opening + inside) && !holdsStatements(part.block, marks)) {
        now += opening + inside;
      } else {
        done.push(`${now}${opening}{${behind(part.block.opening)}`);
        done.push(...printLines(part.block.lines, indent + INDENT, marks));
        now = `${indent}}`;
      }
      before = [null, null];
      isEmpty = false;
    }
  }
  if (!isEmpty) done.push(now);
  const last = done.pop() ?? '';
  return [...done, last + behind(line.trailing)];
}

const fits = (text: string) => text.length <= WIDTH;
const behind = (comment: IToken | null) => (comment ? ` ${comment.image}` : '');
/** A body takes lines of its own before the words in front of it do. */
const holdsStatements = ({ lines }: Block, { statements }: Landmarks) =>
  lines.some(({ parts: [part] }) => part?.kind === 'token' && statements.has(part.token.startOffset));
const isBare = ({ lines, opening }: Block) => lines.length === 0 && opening === null;

/** The words from here to where the line may be broken next. */
function chunkFrom(line: Line, from: number, [before, left]: readonly (IToken | null)[], marks: Landmarks): string {
  let text = '';
  let [last, previous] = [before ?? null, left ?? null];
  for (let at = from; at < line.parts.length; at += 1) {
    const part = line.parts[at];
    if (part?.kind !== 'token') {
      if (part?.kind === 'block') text += ' {';
      break;
    }
    if (at > from && marks.breaks.has(part.token.startOffset)) break;
    text +=
      previous === null || isSpaced(last, previous, part.token, marks) ? ` ${part.token.image}` : part.token.image;
    [last, previous] = [previous, part.token];
  }
  return text;
}

/** The whole line as one, or null where it has comments inside or blocks that its author spread out. */
function flatLine({ parts }: Line, marks: Landmarks): string | null {
  let text = '';
  let [last, left]: [IToken | null, IToken | null] = [null, null];
  for (const part of parts) {
    if (part.kind === 'comment') {
      if (parts.length > 1) return null;
      text += part.token.image;
    } else if (part.kind === 'token') {
      const space = text !== '' && (left === null || isSpaced(last, left, part.token, marks)) ? ' ' : '';
      text += space + part.token.image;
      [last, left] = [left, part.token];
    } else {
      const inside = part.block.isFlat || isBare(part.block) ? flatBlock(part.block, marks) : null;
      if (inside === null) return null;
      text += (text === '' ? '' : ' ') + inside;
      [last, left] = [null, null];
    }
  }
  return text;
}

function flatBlock({ lines, opening }: Block, marks: Landmarks): string | null {
  if (opening !== null) return null;
  const inside: string[] = [];
  for (const line of lines) {
    const flat = line.trailing === null ? flatLine(line, marks) : null;
    if (flat === null || line.parts[0]?.kind === 'comment') return null;
    inside.push(flat);
  }
  return inside.length === 0 ? '{ }' : `{ ${inside.join('  ')} }`;
}
