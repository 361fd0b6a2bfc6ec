import type { NameNode } from '../read/ast.ts';
import { reportUnknown } from './choose.ts';
import type { Context, Here } from './context.ts';
import type { Role, Thing } from './names.ts';

/** What has a place on the stage. */
export const PLACEABLE: readonly Role[] = ['actor', 'text', 'group', 'chart', 'drawing', 'picture'];

/** What has a time. */
export const MOMENTS: readonly Role[] = ['line', 'action', 'beat'];

const CALLED: Readonly<Record<Role, string>> = {
  actor: 'an actor',
  text: 'a text',
  group: 'a group',
  chart: 'a chart',
  drawing: 'a drawing',
  picture: 'a picture',
  machine: 'a machine',
  light: 'a light',
  material: 'a material',
  line: 'a spoken line',
  beat: 'a beat',
  action: 'an action',
};

/** The thing that a name stands for, if it can do what is asked. Null otherwise; that is reported, once. */
export function findThing(name: NameNode, roles: readonly Role[], here: Here, context: Context): Thing | null {
  const thing = called(name.text, context);
  if (!thing) {
    const all = context.reportedMany() ? [] : [...context.names.values()];
    const known = all.filter(({ role }) => role !== null && roles.includes(role));
    const code = roles.includes('action') ? 'dsl/unknown-cue' : 'dsl/unknown-name';
    reportUnknown(code, name.text, name.span, [...known.map(({ id }) => id)], context);
    return null;
  }
  if (thing.role === null) return null;
  if (!roles.includes(thing.role)) {
    const wanted = roles === PLACEABLE ? 'something with a place' : roles.map((role) => CALLED[role]).join(' or ');
    context.report('dsl/wrong-thing', name.span, { name: name.text, is: CALLED[thing.role], wanted });
    return null;
  }
  // A state may be entered at any time: its moments and those of the scene know nothing of each other.
  if (MOMENTS.includes(thing.role) && thing.state !== here.state) {
    const is = thing.state === null ? 'a moment of the scene' : 'a moment of a state';
    const params = { name: name.text, is, wanted: 'one of the same state' };
    context.report('dsl/wrong-thing', name.span, params);
    return null;
  }
  if (thing.only !== null && thing.only !== here.only) {
    context.report('dsl/other-reading', name.span, { name: name.text, reading: thing.only });
    return null;
  }
  context.used.add(thing.id);
  return thing;
}

/**
 * The thing of that name. A member of a group may be called by the group too: `family.dad` is `dad`. What is said of
 * something inside of a thing that was not understood is about that thing.
 */
export function called(path: string, { names }: Context): Thing | null {
  const thing = names.get(path);
  if (thing) return thing;
  const dot = path.indexOf('.');
  const outer = dot < 0 ? undefined : names.get(path.slice(0, dot));
  if (!outer || outer.role === null) return outer ?? null;
  const member = names.get(path.slice(dot + 1));
  return member?.groups.includes(outer.id) ? member : null;
}
