import type { TextNode } from '../../read/ast.ts';
import { MAX_WRITTEN } from '../limits.ts';
import { variableAt } from './arithmetic.ts';
import type { Expansion } from './expansion.ts';
import { lookUp, type Scope, type Value } from './scope.ts';

/** `{name}` or `{sizes#2}`; `{}` alone is the value of a text and stays. */
const GAP = /\{([\p{L}_][\p{L}\p{N}_'-]*)((?:#[\p{L}\p{N}]+)?)\}/gu;

/** A text with the variables in it written out; what is no variable stays as it is. */
export function interpolate(node: TextNode, scope: Scope, expansion: Expansion): string {
  if (!node.value.includes('{')) return node.value;
  const filled = node.value.replaceAll(GAP, (gap, name: string, index: string) => {
    if (!lookUp(name, scope)) return gap;
    const step = index.slice(1);
    const counter = step === '' ? null : lookUp(step, scope);
    const path = counter?.kind === 'number' ? `${name}#${counter.value}` : name + index;
    const value = variableAt({ kind: 'name', text: path, span: node.span }, scope, expansion);
    return value === null || value === 'unknown' ? gap : written(value);
  });
  if (filled.length <= MAX_WRITTEN) return filled;
  expansion.report('dsl/limit-expansion', node.span, { limit: MAX_WRITTEN, found: filled.length }, scope);
  return filled.slice(0, MAX_WRITTEN).toWellFormed();
}

function written(value: Value): string {
  switch (value.kind) {
    case 'number':
      return `${Number(value.value.toFixed(6))}${value.unit === '%' ? '%' : ''}`;
    case 'text':
      return value.value;
    case 'list':
      return value.items.map(written).join(', ');
    default:
      return value.text;
  }
}
