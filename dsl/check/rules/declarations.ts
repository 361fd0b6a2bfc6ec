import type { NamedStatement, WordsStatement } from '../../read/ast.ts';
import { choose, reportUnknown } from '../choose.ts';
import { clausesOf } from '../clauses.ts';
import type { Context, Rule } from '../context.ts';
import { highlightBeside } from '../ink.ts';
import { numberOf } from '../measures.ts';
import { onStage } from '../places.ts';
import { findThing } from '../resolve.ts';
import { MATERIAL_RECIPES } from '../vocabulary/material-recipes.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const SIZE = { what: 'size', min: 4, max: 1000 };
const WEIGHTS = { regular: 400, bold: 700, black: 900 } as const;
const TEXT_CLAUSES = [
  ...['at', 'size', 'color', 'weight', 'align', 'opacity', 'value', 'decimals', 'wrap', 'background'],
];
const VALUE = { what: 'value', min: -1e15, max: 1e15 };
const DECIMALS = { what: 'number of decimals', min: 0, max: 9 };
const WRAP = { what: 'length of a line', min: 20, max: 8192 };
type Weight = keyof typeof WEIGHTS;

export const textRule: Rule<WordsStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, TEXT_CLAUSES, here, context);
  const name = named(statement, context);
  if (!statement.text) clauses.missing('what is written');
  if (!name || !statement.text || !declaredHere(statement, here, context)) return null;
  if (!firstDeclaration(name, context)) return null;
  context.draft.texts.push({
    id: name.text,
    only: here.only,
    span: statement.span,
    group: here.group,
    text: statement.text.value,
    value: optional(clauses.number('value', VALUE, Number.NaN)),
    decimals: Math.round(clauses.number('decimals', DECIMALS, 0)),
    wrap: optional(clauses.number('wrap', WRAP, Number.NaN, ['px'])),
    background: clauses.color('background', null),
    at: clauses.place('at') ?? context.middle(here),
    size: clauses.number('size', SIZE, 48, ['px']),
    color: clauses.color('color', context.ink),
    weight: WEIGHTS[clauses.choice('weight', Object.keys(WEIGHTS) as Weight[], 'bold')],
    align: clauses.choice('align', ['left', 'center', 'right'], 'center'),
    opacity: clauses.number('opacity', { what: 'opacity', min: 0, max: 1 }, 1, ['%']),
  });
  return null;
};

const optional = (value: number) => (Number.isNaN(value) ? null : value);

export const lyricsRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['ball', 'highlight', 'color', 'size', 'at'], here, context);
  const name = named(statement, context);
  if (!name || !declaredHere(statement, here, context)) return null;
  const line = findThing(name, ['line'], here, context);
  if (!line) return null;
  const { width, height } = context.draft.stage;
  const own = onStage(clauses.place('at'), here, context);
  const at = own ?? { kind: 'point', x: width / 2, y: height * 0.9, z: 0 };
  context.draft.lyrics.push({
    id: context.freshId('lyrics'),
    only: here.only,
    span: statement.span,
    line: line.id,
    ball: clauses.choice('ball', ['bouncing', 'none'], 'none') === 'bouncing',
    highlight: clauses.color('highlight', highlightBeside(context.ink)),
    color: clauses.color('color', context.ink),
    size: clauses.number('size', SIZE, 44, ['px']),
    at,
  });
  return null;
};

export const lightRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['from', 'intensity', 'color'], here, context);
  const name = named(statement, context);
  if (!name || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  if (!clauses.has('from')) return clauses.missing('where it shines from');
  const from = onStage(clauses.place('from'), here, context);
  if (!from) return null;
  const intensity = clauses.number('intensity', { what: 'intensity', min: 0, max: 10 }, 1);
  const color = clauses.color('color', '#ffffff');
  context.draft.lights.push({ id: name.text, only: here.only, span: statement.span, from, color, intensity });
  return null;
};

export const materialRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['is'], here, context);
  const name = named(statement, context);
  if (!name || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  const word = clauses.word('is');
  if (!word) return clauses.has('is') ? null : clauses.missing('what it is');
  const recipe = choose('dsl/unknown-recipe', word, Object.keys(MATERIAL_RECIPES), context);
  if (recipe === null) return null;
  const uniforms = uniformsOf(statement, recipe, context);
  context.draft.materials.push({ id: name.text, only: here.only, span: statement.span, recipe, uniforms });
  return null;
};

/** Every setting of the recipe, filled. */
function uniformsOf(statement: NamedStatement, recipe: string, context: Context): Record<string, number> {
  const known = MATERIAL_RECIPES[recipe] ?? {};
  const uniforms = Object.fromEntries(Object.entries(known).map(([name, uniform]) => [name, uniform.default]));
  for (const { name, value, span } of statement.entries ?? []) {
    const uniform = Object.hasOwn(known, name.text) ? known[name.text] : undefined;
    if (!uniform) reportUnknown('dsl/unknown-uniform', name.text, name.span, Object.keys(known), context);
    else if (value?.kind !== 'number') {
      context.report('dsl/wrong-value', span, { clause: name.text, expected: 'a number', found: '' });
    } else {
      const range = { what: name.text, min: uniform.min, max: uniform.max };
      uniforms[name.text] = numberOf(value, range, ['%'], context) ?? uniform.default;
    }
  }
  return uniforms;
}
