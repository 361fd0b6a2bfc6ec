import type { NameNode } from '../read/ast.ts';
import { reportUnknown } from './choose.ts';
import type { Context, Here } from './context.ts';
import type { Role, Thing } from './names.ts';

export const PLACEABLE: readonly Role[] = ['actor', 'text'];

const CALLED: Readonly<Record<Role, string>> = {
  actor: 'an actor',
  text: 'a text',
  light: 'a light',
  material: 'a material',
  line: 'a spoken line',
  beat: 'a beat',
  action: 'an action',
};

/** The thing that a name stands for, if it can do what is asked. Null otherwise; that is reported, once. */
export function findThing(name: NameNode, roles: readonly Role[], here: Here, context: Context): Thing | null {
  const thing = context.names.get(name.text);
  if (!thing) {
    const known = [...context.names.values()].filter(({ role }) => role !== null && roles.includes(role));
    const code = roles.includes('action') ? 'dsl/unknown-cue' : 'dsl/unknown-name';
    reportUnknown(code, name.text, name.span, [...known.map(({ id }) => id)], context);
    return null;
  }
  if (thing.role === null) return null;
  if (!roles.includes(thing.role)) {
    const wanted = roles.map((role) => CALLED[role]).join(' or ');
    context.report('dsl/wrong-thing', name.span, { name: name.text, is: CALLED[thing.role], wanted });
    return null;
  }
  if (thing.only !== null && thing.only !== here.only) {
    context.report('dsl/other-reading', name.span, { name: name.text, reading: thing.only });
    return null;
  }
  context.used.add(thing.id);
  return thing;
}
