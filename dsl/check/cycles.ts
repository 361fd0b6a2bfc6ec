import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { type Draft, SCENE_START } from './context.ts';
import type { Action, Anchor, TimeRef } from './model.ts';

/** Something that has a start: its key, its name and what it waits for. */
interface Node {
  readonly name: string;
  readonly span: Diagnostic['span'];
  readonly ref: TimeRef;
}

/**
 * Finds whatever waits for itself, reports each circle once, and lets its first member begin with the scene instead.
 * References to what could not be understood (and so is not in the model) become the start of the scene too.
 * The walk keeps its own stack: a chain may be as long as the script.
 */
export function breakCycles(draft: Draft, diagnostics: Diagnostic[]): Draft {
  const nodes = new Map<string, Node>();
  for (const { id, span, start } of draft.lines) nodes.set(`line ${id}`, { name: id, span, ref: start });
  for (const { id, span, at } of draft.beats) nodes.set(`beat ${id}`, { name: id, span, ref: at });
  for (const { id, span, start } of draft.actions) nodes.set(`action ${id}`, { name: id, span, ref: start });
  const inStates = draft.machines.flatMap(({ states }) => states.flatMap(({ actions }) => actions));
  for (const { id, span, start } of inStates) nodes.set(`action ${id}`, { name: id, span, ref: start });
  const free = circleBreakers(nodes, diagnostics);
  const mend = (key: string, ref: TimeRef): TimeRef => (free.has(key) ? SCENE_START : attached(ref, nodes));
  const begun = (action: Action): Action => ({ ...action, start: mend(`action ${action.id}`, action.start) });
  return {
    ...draft,
    lines: draft.lines.map((line) => ({ ...line, start: mend(`line ${line.id}`, line.start) })),
    beats: draft.beats.map((beat) => ({ ...beat, at: mend(`beat ${beat.id}`, beat.at) })),
    actions: draft.actions.map(begun),
    machines: draft.machines.map((machine) => ({
      ...machine,
      states: machine.states.map(({ name, actions }) => ({ name, actions: actions.map(begun) })),
    })),
  };
}

function keysOf(anchor: Anchor): string[] {
  switch (anchor.kind) {
    case 'scene':
      return [];
    case 'word':
    case 'line':
      return [`line ${anchor.line}`];
    case 'action':
      return [`action ${anchor.action}`];
    case 'beat':
      return [`beat ${anchor.beat}`];
    case 'latest':
      return anchor.of.flatMap((ref) => keysOf(ref.anchor));
  }
}

/** Names of a circle that are shown. */
const SHOWN = 6;

/** One node of every circle: the one that stands first in the script. */
function circleBreakers(nodes: ReadonlyMap<string, Node>, diagnostics: Diagnostic[]): Set<string> {
  const done = new Set<string>();
  const free = new Set<string>();
  for (const root of nodes.keys()) {
    if (done.has(root)) continue;
    const path: { readonly key: string; readonly before: readonly string[]; next: number }[] = [];
    const onPath = new Map<string, number>();
    const enter = (key: string) => {
      onPath.set(key, path.length);
      path.push({ key, before: keysOf(nodes.get(key)?.ref.anchor ?? SCENE_START.anchor), next: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const before = top.before[top.next];
      if (before === undefined) {
        done.add(top.key);
        onPath.delete(top.key);
        path.pop();
        continue;
      }
      top.next += 1;
      const from = onPath.get(before);
      if (from !== undefined)
        free.add(
          report(
            path.slice(from).map(({ key }) => key),
            nodes,
            diagnostics,
          ),
        );
      else if (!done.has(before) && nodes.has(before)) enter(before);
    }
  }
  return free;
}

function report(circle: readonly string[], nodes: ReadonlyMap<string, Node>, diagnostics: Diagnostic[]): string {
  const members = circle
    .flatMap((key) => {
      const node = nodes.get(key);
      return node ? [{ key, ...node }] : [];
    })
    .sort((a, b) => a.span.offset - b.span.offset);
  const [first] = members;
  if (!first) return '';
  const shown = members.length > SHOWN ? [...members.slice(0, SHOWN), { name: '…' }] : members;
  const names = [...shown, first].map(({ name }) => name).join(', ');
  diagnostics.push(diagnose('dsl/cycle', first.span, { names }));
  return first.key;
}

/** The same moment, unless it hangs on something that is not there. */
function attached(ref: TimeRef, nodes: ReadonlyMap<string, Node>): TimeRef {
  const { anchor, offset_ms } = ref;
  if (anchor.kind === 'latest')
    return { anchor: { kind: 'latest', of: anchor.of.map((each) => attached(each, nodes)) }, offset_ms };
  return keysOf(anchor).every((key) => nodes.has(key)) ? ref : SCENE_START;
}
