const CURVES = ['sine', 'quad', 'cubic', 'quart', 'quint', 'expo', 'circ', 'back', 'elastic', 'bounce'];

/** Easings by name: those of CSS, and Penner's. A Bézier of one's own is written `cubic-bezier(x1, y1, x2, y2)`. */
export const EASES: readonly string[] = [
  'linear',
  'ease',
  'ease-in',
  'ease-out',
  'ease-in-out',
  'step-start',
  'step-end',
  ...CURVES.flatMap((curve) => [`in-${curve}`, `out-${curve}`, `in-out-${curve}`]),
];

export const DEFAULT_EASE = 'ease-in-out';
