import type { Span } from '../../diagnostics.ts';
import type { Formula, NameNode } from '../../read/ast.ts';
import type { Expansion } from './expansion.ts';
import { FUNCTIONS, type Quantity } from './functions.ts';
import { lookUp, type Scope, type Value, visible } from './scope.ts';

const CALLED: Readonly<Record<Value['kind'], string>> = {
  number: 'a number',
  text: 'a text',
  hash: 'a colour',
  name: 'a word',
  list: 'a list',
};

/** Works a formula out. Null where it has no value; that is reported, once, where it stands. */
export function evaluate(formula: Formula, scope: Scope, expansion: Expansion): Quantity | null {
  expansion.count(1, formula.span);
  switch (formula.kind) {
    case 'literal':
      return { value: formula.value, unit: formula.unit === 'px' ? '' : formula.unit };
    case 'variable':
      return variable(formula.name, scope, expansion);
    case 'negative': {
      const of = evaluate(formula.of, scope, expansion);
      return of && { value: 0 - of.value, unit: of.unit };
    }
    case 'binary': {
      const left = evaluate(formula.left, scope, expansion);
      const right = evaluate(formula.right, scope, expansion);
      if (!left || !right) return null;
      return finite(
        binary(formula.operator, left, right, formula.span, scope, expansion),
        formula.span,
        scope,
        expansion,
      );
    }
    case 'call':
      return call(formula, scope, expansion);
  }
}

function variable(name: NameNode, scope: Scope, expansion: Expansion): Quantity | null {
  const value = variableAt(name, scope, expansion);
  if (value === 'unknown') {
    const word = name.text.replace(/#.*/s, '');
    expansion.reportUnknown('dsl/unknown-variable', word, name.span, () => visible(scope), scope);
    return null;
  }
  if (value === null) return null;
  if (value.kind === 'number') return { value: value.value, unit: value.unit === 'px' ? '' : value.unit };
  expansion.report('dsl/not-a-number', name.span, { name: name.text, is: CALLED[value.kind] }, scope);
  return null;
}

/** What a variable, or an element of a list, stands for. Null when it makes no sense; that is reported. */
export function variableAt(name: NameNode, scope: Scope, expansion: Expansion): Value | 'unknown' | null {
  const path = pathOf(name, scope, expansion);
  if (path === null) return null;
  const cut = path.indexOf('#');
  const value = lookUp(cut < 0 ? path : path.slice(0, cut), scope);
  if (value === null) return 'unknown';
  if (cut < 0) return value;
  const index = path.slice(cut + 1);
  const found = value.kind === 'list' ? value.items[Number(index) - 1] : undefined;
  if (found) return found;
  const items = value.kind === 'list' ? value.items.length : 0;
  const count = value.kind === 'list' ? `${items} ${items === 1 ? 'value' : 'values'}` : '';
  expansion.report('dsl/wrong-index', name.span, { name: path.slice(0, cut), index, count }, scope);
  return null;
}

/** A path with its occurrences worked out: `bar#(i + 1)` becomes `bar#3`. */
export function pathOf({ text, pieces, span }: NameNode, scope: Scope, expansion: Expansion): string | null {
  if (!pieces) return text;
  let path = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') path += piece;
    else {
      const index = evaluate(piece, scope, expansion);
      if (index === null) return null;
      if (!Number.isInteger(index.value) || index.value < 0 || index.unit !== '') {
        const why = `occurrences are counted with whole numbers, and this is ${index.value}${index.unit}`;
        expansion.report('dsl/no-result', span, { why }, scope);
        return null;
      }
      path += String(index.value);
    }
  }
  return path;
}

function binary(
  operator: '+' | '-' | '*' | '/',
  left: Quantity,
  right: Quantity,
  span: Span,
  scope: Scope,
  expansion: Expansion,
): Quantity | null {
  const unlike = () => {
    expansion.report('dsl/unlike-units', span, { operator, left: written(left), right: written(right) }, scope);
    return null;
  };
  if (operator === '*' || operator === '/') {
    if (operator === '/' && right.value === 0) {
      expansion.report('dsl/no-result', span, { why: 'it divides by zero' }, scope);
      return null;
    }
    // A share of something, `2s * 50%`, is that share; the share of two like things is a number.
    if (operator === '/' && right.unit !== '') {
      const [a, b] = alikeAll([left, right]) ?? [];
      return a && b ? { value: a.value / b.value, unit: '' } : unlike();
    }
    if (left.unit !== '' && right.unit !== '') return unlike();
    const value = operator === '*' ? left.value * right.value : left.value / right.value;
    return { value, unit: left.unit === '' ? right.unit : left.unit };
  }
  const [a, b] = alikeAll([left, right]) ?? [];
  if (!a || !b) return unlike();
  return { value: operator === '+' ? a.value + b.value : a.value - b.value, unit: a.unit };
}

/** All in one unit: seconds and milliseconds are, everything else has to be already. */
function alikeAll(values: readonly Quantity[]): readonly Quantity[] | null {
  if (values.every(({ unit }) => unit === values[0]?.unit)) return values;
  if (!values.every(({ unit }) => unit === 's' || unit === 'ms')) return null;
  return values.map(({ value, unit }) => ({ value: unit === 's' ? value * 1000 : value, unit: 'ms' }));
}

const written = ({ value, unit }: Quantity) => (unit === '' ? `${value} without a unit` : `${value}${unit}`);

function call(formula: Extract<Formula, { kind: 'call' }>, scope: Scope, expansion: Expansion): Quantity | null {
  const { name, span } = formula;
  const known = Object.hasOwn(FUNCTIONS, name.text) ? FUNCTIONS[name.text] : undefined;
  const random = name.text === 'random';
  if (!known && !random) {
    const all = () => [...Object.keys(FUNCTIONS), 'random'];
    expansion.reportUnknown('dsl/unknown-function', name.text, name.span, all, scope);
    return null;
  }
  const inputs = formula.arguments.map((each) => evaluate(each, scope, expansion));
  const values = inputs.filter((each) => each !== null);
  if (values.length < inputs.length) return null;
  const [least, most] = known ? [known.least, known.most] : [2, 2];
  if (values.length < least || values.length > most) {
    const wanted = least === most ? `${least === 1 ? 'one value' : `${least} values`}` : `${least} to ${most} values`;
    expansion.report('dsl/wrong-inputs', span, { name: name.text, wanted, found: String(values.length) }, scope);
    return null;
  }
  const usable = alikeAll(values);
  if (!usable) {
    const [left, right] = values.map(written);
    expansion.report('dsl/unlike-units', span, { operator: name.text, left: left ?? '', right: right ?? '' }, scope);
    return null;
  }
  if (known) return finite(known.compute(usable), span, scope, expansion);
  const [low, high] = usable;
  if (!low || !high) return null;
  return { value: low.value + (high.value - low.value) * expansion.random(scope), unit: low.unit };
}

/** A result that numbers cannot hold is none. */
function finite(result: Quantity | null, span: Span, scope: Scope, expansion: Expansion): Quantity | null {
  if (result === null || Number.isFinite(result.value)) return result;
  expansion.report('dsl/no-result', span, { why: 'no number is that great, or its root' }, scope);
  return null;
}
