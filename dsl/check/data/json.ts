import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Cell, type Fault, type Table, tableOf } from './table.ts';

/** A list of rows, and values in them: deeper is not read, so that no file can exhaust the stack. */
const MAX_DEPTH = 8;

/** A list of rows, each a list (the first may hold the names) or an object whose first member is x or the name. */
export function readJson(text: string): Table | Fault {
  const lines = lineStarts(text);
  const lineOf = (offset: number) => lines.filter((start) => start <= offset).length;
  const deep = depthOver(text, MAX_DEPTH);
  if (deep !== null) return { line: lineOf(deep), why: 'it is nested too deep; a list of rows is wanted' };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) return { line: lineOf(error.offset), why: `it is no JSON (${spaced(printParseErrorCode(error.error))})` };
  if (root?.type !== 'array') return { line: null, why: 'a list of rows is wanted: [ … ]' };
  const rows = (root.children ?? []).slice(0, 5000);
  const [first] = rows;
  if (!first) return { line: null, why: 'it holds no rows' };
  let line = 1;
  const read: { cells: Cell[]; line: number }[] = [];
  const header = first.type === 'object' ? membersOf(first).map(([name]) => name) : null;
  for (const row of rows) {
    while ((lines[line] ?? Number.POSITIVE_INFINITY) <= row.offset) line += 1;
    const cells = cellsOf(row, header);
    if (cells === null) return { line, why: header ? `a row has not just ${header.join(', ')}` : 'a row is a list' };
    read.push({ cells, line });
  }
  const headed = !header && read.length > 1 && read[0]?.cells.slice(1).every((cell) => typeof cell === 'string');
  return headed ? tableOf(read[0]?.cells ?? null, read.slice(1)) : tableOf(header, read);
}

const membersOf = (node: Node) =>
  (node.children ?? []).map(({ children }) => [String(children?.[0]?.value), children?.[1]] as const);

const cellOf = (node: Node | undefined): Cell =>
  node?.type === 'number' || node?.type === 'string' ? (node.value as Cell) : null;

function cellsOf(row: Node, header: readonly string[] | null): Cell[] | null {
  if (!header) return row.type === 'array' ? (row.children ?? []).map(cellOf) : null;
  if (row.type !== 'object') return null;
  const members = new Map(membersOf(row));
  if (members.size !== header.length || header.some((name) => !members.has(name))) return null;
  return header.map((name) => cellOf(members.get(name)));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where brackets go deeper than that, or null. */
function depthOver(text: string, most: number): number | null {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (found === '[' || found === '{') depth += 1;
    else if (found === ']' || found === '}') depth -= 1;
    if (depth > most) return index;
  }
  return null;
}

const spaced = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
