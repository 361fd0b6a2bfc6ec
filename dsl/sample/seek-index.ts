import { apply } from '../plan/patch.ts';
import { tokensOf } from '../plan/pointer.ts';
import type { Patch, SceneState } from '../plan/timeline.ts';
import { createIntervals, firstAbove } from './intervals.ts';
import type { Present, SceneView } from './scene-view.ts';

const ENTITIES = ['actors', 'drawings', 'charts', 'pictures', 'texts'] as const;
const OTHERS = ['groups', 'lights', 'materials', 'lyrics', 'fx'] as const;
const COLLECTIONS = [...ENTITIES, ...OTHERS] as const;
type Collection = (typeof COLLECTIONS)[number];
const SINGLES = ['render', 'environment', 'camera', 'transition'] as const;
type Single = (typeof SINGLES)[number];

/** All the states one thing goes through, each with the time it begins at; undefined where it is not there. */
interface History {
  readonly id: string;
  readonly collection: Collection | Single;
  readonly times: number[];
  readonly states: unknown[];
  /** Where the last question was answered: the next is likely to be answered there too. */
  cursor: number;
  /** What was handed out last: handed out again while the state is the same. */
  present: Listed | null;
}

type Listed = Present<unknown> & { readonly collection: Collection | Single };

/** Answers what the scene is at any time without replaying what came before. */
export interface SeekIndex {
  sceneAt(ms: number): SceneView;
}

/** One pass over the patches; those that do not fit change nothing, as when they are folded one by one. */
export function indexPatches(patches: readonly Patch[], empty: SceneState): SeekIndex {
  const histories = new Map<string, History>();
  for (const single of SINGLES) {
    histories.set(single, {
      id: single,
      collection: single,
      times: [Number.NEGATIVE_INFINITY],
      states: [empty[single]],
      cursor: 0,
      present: null,
    });
  }
  const addresses = new Map<string, Address>();
  for (const patch of patches) {
    let address = addresses.get(patch.path);
    if (address === undefined) {
      address = addressOf(patch.path, histories);
      addresses.set(patch.path, address);
    }
    if (address) change(address.history, address.rest, patch);
  }

  const lives = createIntervals([...histories.values()].flatMap((history) => livesOf(history)));
  const edges = Float64Array.from(new Set(patches.map(({ at_ms }) => at_ms))).sort();
  let last: { readonly from: number; readonly until: number; readonly scene: SceneView } | null = null;
  return {
    sceneAt(ms) {
      if (last && ms >= last.from && ms < last.until) return last.scene;
      const next = firstAbove(edges, ms);
      const from = edges[next - 1] ?? Number.NEGATIVE_INFINITY;
      const until = edges[next] ?? Number.POSITIVE_INFINITY;
      last = { from, until, scene: lookUp(ms, histories, lives.at(ms)) };
      return last.scene;
    },
  };
}

const isCollection = (name: string | undefined): name is Collection => COLLECTIONS.some((each) => each === name);
const isOther = (name: string): name is (typeof OTHERS)[number] => OTHERS.some((each) => each === name);
const isSingle = (name: string | undefined): name is Single => SINGLES.some((each) => each === name);

/** Where the patches of one path go; null where no scene has such a path. */
type Address = { readonly history: History; readonly rest: readonly string[] } | null;

function addressOf(path: string, histories: Map<string, History>): Address {
  const tokens = tokensOf(path);
  const [collection, id] = tokens ?? [];
  if (!tokens) return null;
  if (isSingle(collection)) {
    const history = histories.get(collection);
    return history ? { history, rest: tokens.slice(1) } : null;
  }
  if (!isCollection(collection) || id === undefined) return null;
  const key = `${collection}/${id}`;
  const known = histories.get(key);
  const history = known ?? { id, collection, times: [], states: [], cursor: 0, present: null };
  if (!known) histories.set(key, history);
  return { history, rest: tokens.slice(2) };
}

function change(history: History, rest: readonly string[], patch: Patch): void {
  const before = history.states.at(-1);
  const after = changed(before, rest, patch);
  if (!after) return;
  if (history.times.at(-1) === patch.at_ms) {
    history.states[history.states.length - 1] = after.state;
  } else {
    history.times.push(patch.at_ms);
    history.states.push(after.state);
  }
}

function changed(before: unknown, rest: readonly string[], { op, value }: Patch): { readonly state: unknown } | null {
  const [property, deeper] = rest;
  if (property === undefined) {
    if (op !== 'add' && before === undefined) return null;
    return { state: op === 'remove' ? undefined : value };
  }
  if (typeof before !== 'object' || before === null) return null;
  if (deeper === undefined && op === 'replace' && Object.hasOwn(before, property)) {
    return { state: { ...before, [property]: value } };
  }
  const path = rest.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const applied = apply<unknown>(before, { op, path, value });
  return applied.ok ? { state: applied.value } : null;
}

/** The stretches during which a thing is there. */
function livesOf(history: History) {
  const lives: { from: number; until: number; item: History }[] = [];
  let from: number | null = null;
  history.times.forEach((at, index) => {
    const there = history.states[index] !== undefined;
    if (there && from === null) from = at;
    if (!there && from !== null) {
      lives.push({ from, until: at, item: history });
      from = null;
    }
  });
  if (from !== null) lives.push({ from, until: Number.POSITIVE_INFINITY, item: history });
  return isCollection(history.collection) ? lives : [];
}

function stateAt(history: History | undefined, ms: number): unknown {
  if (!history) return undefined;
  const { times, states, cursor } = history;
  // Playing on, the answer is the one before or the next; anything else is searched for.
  const next = times[cursor + 1] ?? Number.POSITIVE_INFINITY;
  if ((times[cursor] ?? Number.POSITIVE_INFINITY) <= ms) {
    if (ms < next) return states[cursor];
    if (ms < (times[cursor + 2] ?? Number.POSITIVE_INFINITY)) {
      history.cursor = cursor + 1;
      return states[cursor + 1];
    }
  }
  let low = 0;
  let high = times.length - 1;
  if ((times[0] ?? Number.POSITIVE_INFINITY) > ms) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) <= ms) low = middle;
    else high = middle - 1;
  }
  history.cursor = low;
  return states[low];
}

function presentAt(history: History, ms: number): Listed {
  const state = stateAt(history, ms);
  if (history.present?.state !== state || history.present === null) {
    history.present = { id: history.id, collection: history.collection, state };
  }
  return history.present;
}

const isEntity = (name: Collection | Single): boolean => ENTITIES.some((each) => each === name);

function lookUp(ms: number, histories: ReadonlyMap<string, History>, present: readonly History[]): SceneView {
  // A state was stored under the collection its path names; that it has that collection's shape is the promise of the
  // timeline's schema, which has been checked where the timeline came in.
  const single = <S extends Single>(name: S) => stateAt(histories.get(name), ms) as SceneState[S];
  const entities: Listed[] = [];
  const others: Record<(typeof OTHERS)[number], Listed[]> = {
    groups: [],
    lights: [],
    materials: [],
    lyrics: [],
    fx: [],
  };
  for (const history of present) {
    const { collection } = history;
    if (isEntity(collection)) entities.push(presentAt(history, ms));
    else if (isOther(collection)) others[collection].push(presentAt(history, ms));
  }
  return {
    render: single('render'),
    environment: single('environment'),
    camera: single('camera'),
    transition: single('transition'),
    ...({ entities, ...others } as unknown as Pick<SceneView, 'entities' | (typeof OTHERS)[number]>),
  };
}
