import type { Action, Anchor, Model, TimeRef } from '../check/model.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostics.ts';
import { wholeMs } from './rounding.ts';
import type { LineAlignment } from './timeline.ts';

/** What a scene takes after its last event before it ends, when its author gave no length. */
export const BREATH_MS = 800;

/** When everything happens, in whole scene milliseconds. */
export interface Moments {
  readonly lines: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
  readonly end_ms: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that has a time: a line, an action, a beat. */
interface Event {
  readonly name: string;
  readonly ref: TimeRef;
  readonly span: Span;
  readonly duration_ms: number;
}

const END = 'scene end';

/**
 * Finds every start by a walk along the anchors: what an event waits for is settled before it. The walk keeps its own
 * stack, so that a chain of any length is safe, and an event met again on that stack is a cycle. Events that wait for
 * the end of the scene come last, for the end follows from the others unless the author fixed it; something that is
 * not among them goes on until `least_ms`.
 */
export function resolveMoments(model: Model, alignments: ReadonlyMap<string, LineAlignment>, least_ms = 0): Moments {
  const events = collectEvents(model, alignments);
  const diagnostics: Diagnostic[] = [];
  const starts = new Map<string, number>();
  const waiting = afterEnd(events);

  const settleAll = (keys: Iterable<string>) => {
    for (const key of keys) settle(key, events, starts, alignments, diagnostics);
  };
  settleAll([...events.keys()].filter((key) => !waiting.has(key)));
  let latest = least_ms;
  for (const [key, start] of starts) latest = Math.max(latest, start + (events.get(key)?.duration_ms ?? 0));
  const end = wholeMs(model.length_ms ?? latest + BREATH_MS);
  starts.set(END, end);
  settleAll(waiting);

  const pick = (prefix: string) =>
    new Map([...starts].filter(([key]) => key.startsWith(prefix)).map(([key, at]) => [key.slice(prefix.length), at]));
  return { lines: pick('line '), actions: pick('action '), end_ms: end, diagnostics };
}

function collectEvents(model: Model, alignments: ReadonlyMap<string, LineAlignment>): Map<string, Event> {
  const events = new Map<string, Event>();
  for (const line of model.lines) {
    const duration_ms = alignments.get(line.id)?.duration_ms ?? 0;
    events.set(`line ${line.id}`, { name: line.id, ref: line.start, span: line.span, duration_ms });
  }
  for (const beat of model.beats) {
    events.set(`beat ${beat.id}`, { name: beat.id, ref: beat.at, span: beat.span, duration_ms: 0 });
  }
  for (const action of model.actions) {
    const duration_ms = durationOf(action);
    events.set(`action ${action.id}`, { name: action.id, ref: action.start, span: action.span, duration_ms });
  }
  return events;
}

export const durationOf = ({ deed }: Action): number => ('duration_ms' in deed ? wholeMs(deed.duration_ms) : 0);

function anchorKeys(anchor: Anchor): string[] {
  switch (anchor.kind) {
    case 'scene':
      return anchor.edge === 'end' ? [END] : [];
    case 'word':
    case 'line':
      return [`line ${anchor.line}`];
    case 'action':
      return [`action ${anchor.action}`];
    case 'beat':
      return [`beat ${anchor.beat}`];
    case 'latest':
      return anchor.of.flatMap((ref) => anchorKeys(ref.anchor));
  }
}

/** The events that wait for the end of the scene, themselves or through others. */
function afterEnd(events: ReadonlyMap<string, Event>): Set<string> {
  const followers = new Map<string, string[]>();
  for (const [key, event] of events) {
    for (const before of anchorKeys(event.ref.anchor)) {
      const known = followers.get(before);
      if (known) known.push(key);
      else followers.set(before, [key]);
    }
  }
  const found = new Set<string>();
  const open = [...(followers.get(END) ?? [])];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    open.push(...(followers.get(key) ?? []));
  }
  return found;
}

function settle(
  wanted: string,
  events: ReadonlyMap<string, Event>,
  starts: Map<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
  diagnostics: Diagnostic[],
): void {
  const path = [wanted];
  const open = new Set<string>();
  for (let key = path.at(-1); key !== undefined; key = path.at(-1)) {
    const event = events.get(key);
    if (starts.has(key) || !event) {
      path.pop();
      continue;
    }
    const missing = open.has(key) ? [] : anchorKeys(event.ref.anchor).filter((before) => !starts.has(before));
    open.add(key);
    let blocked = false;
    for (const before of missing) {
      const other = events.get(before);
      if (!other) {
        diagnostics.push(
          diagnose('dsl/plan-missing-moment', event.span, { name: before.slice(before.indexOf(' ') + 1) }),
        );
        starts.set(before, 0);
      } else if (open.has(before)) {
        const round = path.slice(path.indexOf(before)).filter((each) => open.has(each));
        const names = [...round, before].map((each) => events.get(each)?.name ?? each).join(' → ');
        diagnostics.push(diagnose('dsl/plan-cycle', other.span, { name: names }));
        starts.set(before, 0);
      } else {
        path.push(before);
        blocked = true;
      }
    }
    if (blocked) continue;
    path.pop();
    open.delete(key);
    if (!starts.has(key)) starts.set(key, wholeMs(timeOf(event.ref, events, starts, alignments)));
  }
}

/** Every event that `ref` waits for has its start by now. */
function timeOf(
  ref: TimeRef,
  events: ReadonlyMap<string, Event>,
  starts: ReadonlyMap<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
): number {
  const edgeOf = (key: string, edge: 'start' | 'end') =>
    (starts.get(key) ?? 0) + (edge === 'end' ? (events.get(key)?.duration_ms ?? 0) : 0);
  const { anchor } = ref;
  switch (anchor.kind) {
    case 'scene':
      return (anchor.edge === 'end' ? (starts.get(END) ?? 0) : 0) + ref.offset_ms;
    case 'line':
      return edgeOf(`line ${anchor.line}`, anchor.edge) + ref.offset_ms;
    case 'action':
      return edgeOf(`action ${anchor.action}`, anchor.edge) + ref.offset_ms;
    case 'beat':
      return edgeOf(`beat ${anchor.beat}`, 'start') + ref.offset_ms;
    case 'word': {
      const word = alignments.get(anchor.line)?.words[anchor.index];
      const inLine = word ? (anchor.edge === 'end' ? word.end_ms : word.start_ms) : 0;
      return edgeOf(`line ${anchor.line}`, 'start') + inLine + ref.offset_ms;
    }
    case 'latest':
      return anchor.of.reduce((at, each) => Math.max(at, timeOf(each, events, starts, alignments)), 0) + ref.offset_ms;
  }
}
