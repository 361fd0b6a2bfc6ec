import type { HashNode, NameNode } from '../read/ast.ts';
import { reportUnknown } from './choose.ts';
import type { Context } from './context.ts';
import { CSS_COLORS } from './vocabulary/css-colors.ts';

/** `#rgb`, `#rrggbb` or a CSS name, as `#rrggbb` in lower case. Null for anything else; that is reported. */
export function resolveColor(node: HashNode | NameNode, context: Context): string | null {
  const text = node.text.toLowerCase();
  if (node.kind === 'name') {
    const named = Object.hasOwn(CSS_COLORS, text) ? CSS_COLORS[text] : undefined;
    if (named !== undefined) return named;
    reportUnknown('dsl/unknown-color', node.text, node.span, Object.keys(CSS_COLORS), context);
    return null;
  }
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  context.report('dsl/unknown-color', node.span, { word: node.text, meant: '', known: '#rgb and #rrggbb' });
  return null;
}
