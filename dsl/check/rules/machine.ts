import type { HoldingStatement, NameNode, WhenStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import { type Context, type Here, type Rule, SCENE_START } from '../context.ts';
import type { Action, MachineDecl, Trigger } from '../model.ts';
import { findThing, PLACEABLE } from '../resolve.ts';
import { inParallel } from './blocks.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

type State = MachineDecl['states'][number];
type Transition = MachineDecl['transitions'][number];

/** What it is in its states, and what a viewer does to bring it from one to another. */
export const statesRule: Rule<HoldingStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, [], here, context);
  const name = named(statement, context);
  const { body, broken, keyword } = statement;
  if (!body && !broken) context.report('dsl/missing-block', keyword, { statement: 'states' });
  if (!name || !body || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  const names = [...new Set(body.flatMap((each) => (each.kind === 'state' && each.name ? [each.name.text] : [])))];
  const declared = new Map<string, number>();
  const states: State[] = [];
  const transitions: Transition[] = [];
  for (const each of body) {
    if (each.kind === 'state') {
      const state = stateOf(each, declared, `${name.text} ${each.name?.text ?? ''}`, here, context);
      if (state) states.push(state);
    } else if (each.kind === 'when') {
      const transition = transitionOf(each, names, here, context);
      if (transition) transitions.push(transition);
    } else if (each.kind !== 'unknown') {
      const where = 'outside of machines: they hold states and whens';
      context.report('dsl/misplaced', each.keyword, { statement: each.kind, where });
    }
  }
  if (states.length === 0)
    return names.length > 0 || body.some((each) => each.broken) ? null : clauses.missing('its states');
  context.draft.machines.push({ id: name.text, only: here.only, span: statement.span, states, transitions });
  return null;
};

/** Times in it count from the entry into the state: that is the start of the scene as far as its actions know. */
function stateOf(
  statement: HoldingStatement,
  /** The lines in which states were declared, by name. */
  declared: Map<string, number>,
  state: string,
  here: Here,
  context: Context,
): State | null {
  clausesOf(statement, [], here, context);
  const { name, body, broken, keyword } = statement;
  if (!name) return named(statement, context) && null;
  if (!body && !broken) context.report('dsl/missing-block', keyword, { statement: 'state' });
  const line = declared.get(name.text);
  if (line !== undefined) {
    context.report('dsl/duplicate-name', name.span, { name: name.text, line: String(line) });
    return null;
  }
  declared.set(name.text, name.span.line);
  const first = context.draft.actions.length;
  const inside = { ...here, start: SCENE_START, timed: true, state };
  inParallel(body ?? [], inside, statement.span, context);
  const actions: Action[] = context.draft.actions.splice(first);
  return { name: name.text, actions };
}

const EVENTS = ['click', 'key', 'signal'] as const;

function transitionOf(
  statement: WhenStatement,
  states: readonly string[],
  here: Here,
  context: Context,
): Transition | null {
  const clauses = clausesOf(statement, ['from', 'go'], here, context);
  const trigger = triggerOf(statement, clauses, here, context);
  const state = (clause: string) => {
    const word = clauses.word(clause);
    const known = word && choose('dsl/unknown-state', word, states, context);
    return known !== null && states.includes(known) ? known : null;
  };
  if (!clauses.has('go')) clauses.missing('where it goes');
  const from = state('from');
  const to = state('go');
  if (!trigger || to === null || (clauses.has('from') && from === null)) return null;
  return { trigger, from, to };
}

function triggerOf({ event, subject }: WhenStatement, clauses: Clauses, here: Here, context: Context): Trigger | null {
  if (!event) return clauses.missing('what is to happen');
  const kind = choose('dsl/unknown-choice', event, EVENTS, context);
  if (kind === null) return null;
  if (!subject) return clauses.missing(kind === 'click' ? 'what is clicked' : `which ${kind}`);
  if (kind === 'click') {
    const target = subject.kind === 'name' ? findThing(subject, PLACEABLE, here, context) : null;
    if (subject.kind === 'text') wrong('click', 'the name of a thing', subject.span, context);
    return target && { kind: 'click', target: target.id };
  }
  if (subject.kind === 'text')
    return kind === 'key' ? { kind, key: subject.value } : { kind: 'signal', name: subject.value };
  return wrong(kind, 'a text in quotes', subject.span, context);
}

function wrong(clause: string, expected: string, span: NameNode['span'], context: Context): null {
  context.report('dsl/wrong-value', span, { clause, expected, found: '' });
  return null;
}
