import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { type Fault, MAX_DATA_LENGTH, type Table } from './table.ts';

/** A data file by what its name says it is: `.csv`, or else JSON. */
export function readData(path: string, text: string): Table | Fault {
  if (text.length > MAX_DATA_LENGTH) return { line: null, why: 'it is longer than a megabyte' };
  if (text.trim() === '') return { line: null, why: 'it is empty' };
  return path.toLowerCase().endsWith('.csv') ? readCsv(text) : readJson(text);
}
