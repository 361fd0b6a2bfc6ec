/** Digits behind the point that a list of figures is written with: as many as one of them has, two at most. */
export function decimalsOf(values: readonly number[]): number {
  const has = (value: number, digits: number) =>
    Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-6;
  if (values.every((value) => has(value, 0))) return 0;
  return values.every((value) => has(value, 1)) ? 1 : 2;
}

/** A figure with thousands separators: by hand, for `Intl` writes it as the machine's owner likes it. */
export function figure(value: number, decimals: number, unit = ''): string {
  const written = Math.abs(value).toFixed(decimals);
  const [whole = '0', rest] = written.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = value < 0 && Number(written) !== 0 ? '-' : '';
  return `${sign}${grouped}${rest === undefined ? '' : `.${rest}`}${unit}`;
}

/** A place on the x axis: years and the like are not grouped. */
export const place = (value: number): string => figure(value, decimalsOf([value])).replaceAll(',', '');
