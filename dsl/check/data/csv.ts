import { dsvFormat } from 'd3-dsv';
import { type Fault, numberIn, type Table, tableOf } from './table.ts';

/** Rows of text (RFC 4180), parted by commas, semicolons or tabs: whichever the first line has most of. */
export function readCsv(text: string): Table | Fault {
  const plain = text.replace(/^\ufeff/, '');
  const [top = ''] = plain.split('\n', 1);
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => top.split(b).length - top.split(a).length);
  const parsed = dsvFormat(separator)
    .parseRows(plain)
    .map((cells, at) => ({ cells, line: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [first, ...rest] = parsed;
  const headed = first?.cells.slice(1).some((cell) => numberIn(cell) === null) && rest.length > 0;
  return headed ? tableOf(first?.cells ?? null, rest) : tableOf(null, parsed);
}
