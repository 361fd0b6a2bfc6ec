import { CSS_COLORS } from '../check/vocabulary/css-colors.ts';
import { highlight } from '../read/highlight.ts';

interface InPlace {
  readonly offset: number;
  readonly length: number;
}

/** Words before which a name is no colour: `actor gold is ball`. */
const LEADS = /(?:^|\s)(?:color|fill|stroke|background|highlight|to)\s+$/;

/** Colours where they stand, as `#rrggbb`. */
export function coloursIn(text: string): readonly (InPlace & { readonly color: string })[] {
  return highlight(text).flatMap(({ offset, length, class: is }) => {
    const word = text.slice(offset, offset + length).toLowerCase();
    const named = Object.hasOwn(CSS_COLORS, word) ? CSS_COLORS[word] : undefined;
    if (is === 'name') return named && LEADS.test(text.slice(0, offset)) ? [{ offset, length, color: named }] : [];
    if (is !== 'color') return [];
    if (/^#[0-9a-f]{6}$/.test(word)) return [{ offset, length, color: word }];
    const long = [...word.slice(1)].map((digit) => digit + digit).join('');
    return /^#[0-9a-f]{3}$/.test(word) ? [{ offset, length, color: `#${long}` }] : [];
  });
}

/** Durations and moments where they stand, in ms. */
export function timesIn(text: string): readonly (InPlace & { readonly ms: number; readonly unit: 's' | 'ms' })[] {
  return highlight(text).flatMap(({ offset, length, class: is }) => {
    const [, amount, unit] = /^(-?[\d.]+)(ms|s)$/.exec(text.slice(offset, offset + length)) ?? [];
    if (is !== 'number' || (unit !== 's' && unit !== 'ms')) return [];
    return [{ offset, length, ms: Math.round(Number(amount) * (unit === 's' ? 1000 : 1)), unit }];
  });
}
