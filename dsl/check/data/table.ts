/** What a data file says: rows with a name (also as a number, where it is one) and a value for each series. */
export interface Table {
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly x: number | null;
  readonly values: readonly number[];
}

/** Why it cannot be shown, and in which line; null: nowhere in particular. */
export interface Fault {
  readonly line: number | null;
  readonly why: string;
}

export const isFault = (result: Table | Fault): result is Fault => 'why' in result;

export const MAX_DATA_LENGTH = 1024 * 1024;
const MAX_ROWS = 2000;
const MAX_SERIES = 24;

export type Cell = string | number | null;

/** Cells by row, each with its line, as a table. */
export function tableOf(
  header: readonly Cell[] | null,
  rows: readonly { readonly cells: readonly Cell[]; readonly line: number }[],
): Table | Fault {
  const [first] = rows;
  if (!first) return { line: null, why: 'it holds no rows' };
  if (rows.length > MAX_ROWS) return { line: null, why: `it has ${rows.length} rows; ${MAX_ROWS} can be shown` };
  const width = header?.length ?? first.cells.length;
  if (width < 2) return { line: first.line, why: 'a row is x or a name, and at least one number' };
  if (width - 1 > MAX_SERIES)
    return { line: first.line, why: `it has ${width - 1} series; ${MAX_SERIES} can be shown` };
  const read: Row[] = [];
  for (const { cells, line } of rows) {
    if (cells.length !== width) return { line, why: `this row has ${cells.length} cells, the others ${width}` };
    const [head = null, ...rest] = cells;
    const values = rest.map(numberIn);
    const odd = values.indexOf(null);
    if (odd >= 0) return { line, why: `\`${String(rest[odd] ?? '').slice(0, 30)}\` is no number` };
    read.push({ name: String(head ?? '').trim(), x: numberIn(head), values: values.filter((value) => value !== null) });
  }
  const names = header?.slice(1) ?? rows[0]?.cells.slice(1).map((_, at) => `Series ${at + 1}`) ?? [];
  return { series: names.map((name) => String(name ?? '').trim()), rows: read };
}

/** A plain decimal number, perhaps with a percent sign. */
export function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = (cell ?? '').trim().replace(/%$/, '');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? value : null;
}
