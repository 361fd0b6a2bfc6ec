import type { NamedStatement } from '../../read/ast.ts';
import { choose, reportUnknown } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import { resolveColor } from '../colors.ts';
import type { Context, Rule } from '../context.ts';
import { ACTOR_KINDS, type ActorKind } from '../vocabulary/actor-kinds.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const CLAUSES = ['is', 'at', 'scale', 'rotation', 'opacity', 'color', 'colors', 'facing', 'labelled', 'animation'];

/** The form of things whose kind is not known: a card that carries its label. */
const FALLBACK = 'thing';

export const actorRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, CLAUSES, here, context);
  const name = named(statement, context);
  if (!name || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  const kind = kindOf(statement, clauses, context);
  const form = ACTOR_KINDS[kind];
  if (!form) return null;
  const spoken = clauses.text('labelled');
  const label = spoken ?? (kind === FALLBACK ? (clauses.word('is')?.text ?? name.text) : null);
  context.draft.actors.push({
    id: name.text,
    only: here.only,
    span: statement.span,
    group: here.group,
    kind,
    label,
    at: clauses.place('at') ?? context.middle(here),
    scale: clauses.number('scale', { what: 'scale', min: 0.01, max: 50 }, 1, ['%']),
    rotation: clauses.angle('rotation', 0),
    opacity: clauses.number('opacity', { what: 'opacity', min: 0, max: 1 }, 1, ['%']),
    colors: colorsOf(clauses, form, context),
    facing: clauses.choice('facing', ['left', 'right'], 'right') === 'left' ? -1 : 1,
    animation: animationOf(clauses, form, context),
  });
  return null;
};

/** The kind that was written or, where it is not known, the one that was probably meant, so that the scene still plays. */
function kindOf(statement: NamedStatement, clauses: Clauses, context: Context): string {
  const word = clauses.word('is');
  if (!word) {
    if (!clauses.has('is') && !statement.broken) {
      const form = `actor ${statement.name?.text ?? 'cow'} is cow`;
      context.report('dsl/missing-part', statement.keyword, { statement: 'actor', part: 'what it is', form });
    }
    return FALLBACK;
  }
  const meant = Object.keys(ACTOR_KINDS).find((kind) => ACTOR_KINDS[kind]?.synonyms.includes(word.text.toLowerCase()));
  return choose('dsl/unknown-kind', word, Object.keys(ACTOR_KINDS), context, meant ?? null) ?? FALLBACK;
}

function colorsOf(clauses: Clauses, form: ActorKind, context: Context): Record<string, string> {
  const slots = Object.keys(form.colors);
  const colors: Record<string, string> = {};
  const [first] = slots;
  const all = clauses.color('color', null);
  if (all !== null && first !== undefined) colors[first] = all;
  const value = clauses.get('colors')?.value;
  if (value?.kind !== 'entries') return colors;
  for (const { name, value: color, span } of value.entries) {
    const slot = slots.includes(name.text) ? name.text : null;
    if (slot === null) reportUnknown('dsl/unknown-slot', name.text, name.span, slots, context);
    if (color?.kind !== 'hash' && color?.kind !== 'name') {
      const params = { clause: name.text, expected: 'a colour such as #fde68a or gold', found: '' };
      context.report('dsl/wrong-value', span, params);
    } else if (slot !== null) colors[slot] = resolveColor(color, context) ?? form.colors[slot] ?? '#000000';
  }
  return colors;
}

function animationOf(clauses: Clauses, form: ActorKind, context: Context): string {
  const [usual = 'none'] = form.animations;
  const word = clauses.word('animation');
  return (word && choose('dsl/unknown-animation', word, form.animations, context)) ?? usual;
}
