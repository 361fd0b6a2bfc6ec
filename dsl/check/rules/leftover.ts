import type { Statement } from '../../read/ast.ts';
import type { Rule } from '../context.ts';
import { FORMS } from '../vocabulary/forms.ts';

const WHERE: Readonly<Partial<Record<Statement['kind'], string>>> = {
  param: 'in the block of a prefab',
  series: 'in the block of a chart of kind curve or area',
  slice: 'in the block of a chart of kind pie or donut',
  bar: 'in the block of a chart of kind bars or columns',
  state: 'in the block of a machine: states NAME { … }',
  when: 'in the block of a machine: states NAME { … }',
  keyframe: 'in the block of keyframes',
};

/** Statements that belong into another one and stand by themselves, and those too incomplete to be written out. */
export const leftoverRule: Rule<Statement> = (statement, _here, context) => {
  const { kind, keyword, broken } = statement;
  const where = WHERE[kind];
  if (where !== undefined) context.report('dsl/misplaced', keyword, { statement: kind, where });
  else if (!broken) {
    const form = FORMS[kind];
    if ('name' in statement && !statement.name) context.report('dsl/missing-name', keyword, { statement: kind, form });
    else if ('body' in statement && !statement.body) {
      context.report('dsl/missing-block', keyword, { statement: kind });
    } else {
      const part = kind === 'for' ? 'from where to where' : 'what it is to be';
      context.report('dsl/missing-part', keyword, { statement: kind, part, form });
    }
  }
  return null;
};
