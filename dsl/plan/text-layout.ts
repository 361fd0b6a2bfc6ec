import type { Extent } from './places.ts';
import { type FontWeight, LINE_SHARE, textWidth } from './text-extent.ts';

/** `1234567.891` with two decimals is `1,234,567.89`: the same in every language and engine. */
export function writtenNumber(value: number, decimals: number): string {
  const [whole = '0', fraction] = Math.abs(value)
    .toFixed(Math.min(10, Math.max(0, decimals)))
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && /[1-9]/.test(`${whole}${fraction ?? ''}`) ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** What a text says: `{}` in it stands for its value. */
export const saying = (text: string, value: number | null, decimals: number): string =>
  value === null ? text : text.replaceAll('{}', () => writtenNumber(value, decimals));

/** The rows of a text: broken at `\n`, and between words where a row would be wider than `wrap` stage pixels. */
export function rowsOf(text: string, size: number, weight: FontWeight, wrap: number | null): readonly string[] {
  const paragraphs = text.split('\n');
  return wrap === null ? paragraphs : paragraphs.flatMap((paragraph) => wrapped(paragraph, size, weight, wrap));
}

function wrapped(paragraph: string, size: number, weight: FontWeight, wrap: number): string[] {
  const rows: string[] = [];
  let row = '';
  let width = 0;
  for (const word of paragraph.split(' ')) {
    const added = textWidth(row === '' ? word : ` ${word}`, size, weight);
    if (row !== '' && width + added > wrap) {
      rows.push(row);
      row = word;
      width = textWidth(word, size, weight);
    } else {
      row = row === '' ? word : `${row} ${word}`;
      width += added;
    }
  }
  return [...rows, row];
}

/** The box that rows fill. */
export function rowsExtent(rows: readonly string[], size: number, weight: FontWeight): Extent {
  const width = rows.reduce((widest, row) => Math.max(widest, textWidth(row, size, weight)), 0);
  return { width, height: rows.length * size * LINE_SHARE };
}
