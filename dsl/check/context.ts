import { type Code, type Cure, type Diagnostic, diagnose, type ParamsOf, type Span } from '../diagnostics.ts';
import type { Statement } from '../read/ast.ts';
import { MAX_ACTIONS, MAX_DIAGNOSTICS, MAX_VISITS } from './limits.ts';
import type {
  Action,
  ActorDecl,
  BeatDecl,
  ChartDecl,
  Deed,
  DrawingDecl,
  GroupDecl,
  LightDecl,
  LineDecl,
  LyricsDecl,
  MachineDecl,
  MaterialDecl,
  Mode,
  PictureDecl,
  Place,
  Quality,
  TextDecl,
  TimeRef,
} from './model.ts';
import type { Names } from './names.ts';

/** Where a statement stands: in which reading, and what its block says about time. */
export interface Here {
  readonly only: Mode | null;
  /** When it begins, unless it says otherwise itself. */
  readonly start: TimeRef;
  /** Inside a block that says when: things can't be declared there. */
  readonly timed: boolean;
  /** Its coordinates are around (0, 0) and not around the middle of the stage: in a prefab. */
  readonly centred: boolean;
  /** The state of a machine that it stands in, as `Thing.state`. */
  readonly state: string | null;
  /** The group that it stands in. */
  readonly group: string | null;
  /** In a repetition, what the names of this round are called. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The line from a note to what it is about: drawn when all is known. */
export interface Note {
  readonly line: string;
  readonly only: Mode | null;
  readonly span: Span;
  readonly group: null;
  readonly at: Place;
  readonly target: string;
  readonly size: number;
  readonly color: string;
  readonly opacity: number;
}

/** The model while it is being filled. */
export interface Draft {
  stage: { width: number; height: number };
  title: string;
  seed: number;
  length_ms: number | null;
  quality: Quality | null;
  environment: string | null;
  readonly actors: ActorDecl[];
  readonly texts: TextDecl[];
  readonly groups: GroupDecl[];
  readonly charts: ChartDecl[];
  readonly drawings: DrawingDecl[];
  readonly pictures: PictureDecl[];
  readonly machines: MachineDecl[];
  readonly lights: LightDecl[];
  readonly materials: MaterialDecl[];
  readonly lines: LineDecl[];
  readonly lyrics: LyricsDecl[];
  readonly beats: BeatDecl[];
  readonly actions: Action[];
  readonly notes: Note[];
  /** Charts, drawings and texts that something reveals, and those that say how much of them there is at the start. */
  readonly revealed: Set<string>;
  readonly begun: Set<string>;
}

/** When a statement is over; null for those that take no part in time. */
export type Ends = TimeRef | null;

export type Rule<S extends Statement> = (statement: S, here: Here, context: Context) => Ends;

export interface Context {
  readonly names: Names;
  readonly draft: Draft;
  /** What writes and draws where a script names no colour. */
  readonly ink: string;
  /** Data files by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly report: <C extends Code>(code: C, span: Span, params: ParamsOf<C>, cures?: readonly Cure[]) => void;
  /** Whether there are more diagnostics already than anybody will be shown. */
  readonly reportedMany: () => boolean;
  /** Checks one statement by the rule for its kind. */
  readonly visit: (statement: Statement, here: Here) => Ends;
  /** Adds an action, under the author's name or one that nobody else has, and tells when it is over. */
  readonly act: (deed: Deed, name: string | null, start: TimeRef, only: Mode | null, span: Span) => Ends;
  /** Where things stand that do not say: the middle of the stage. */
  readonly middle: (here: Here) => Place & { readonly kind: 'point' };
  readonly freshId: (prefix: string) => string;
  /** The things that are used: unused ones get a warning. */
  readonly used: Set<string>;
}

export const SCENE_START: TimeRef = { anchor: { kind: 'scene', edge: 'start' }, offset_ms: 0 };

export function createContext(
  names: Names,
  ink: string,
  files: Readonly<Record<string, string>>,
  diagnostics: Diagnostic[],
  rule: (statement: Statement, here: Here, context: Context) => Ends,
): Context {
  const draft: Draft = {
    ...{ stage: { width: 1280, height: 720 }, title: '', seed: 1, length_ms: null, environment: null, quality: null },
    ...{ groups: [], charts: [], drawings: [], pictures: [], machines: [] },
    ...{ notes: [], revealed: new Set<string>(), begun: new Set<string>() },
    ...{ actors: [], texts: [], lights: [], materials: [], lines: [], lyrics: [], beats: [], actions: [] },
  };
  const counters = new Map<string, number>();
  let visits = 0;
  // Counted and not looked up: the actions of states leave the list.
  let acted = 0;
  let full = false;

  const context: Context = {
    names,
    ink,
    files,
    draft,
    used: new Set(),
    report: (code, span, params, cures) => {
      diagnostics.push(diagnose(code, span, params, cures));
    },
    reportedMany: () => diagnostics.length > MAX_DIAGNOSTICS,
    visit(statement, here) {
      visits += 1;
      const happening = acted + draft.lines.length + draft.beats.length;
      if (full) return null;
      if (visits > MAX_VISITS || happening >= MAX_ACTIONS) {
        full = true;
        const found = visits > MAX_VISITS ? visits : happening + 1;
        context.report('dsl/limit-actions', statement.keyword, { limit: MAX_ACTIONS, found });
        return null;
      }
      return rule(statement, here, context);
    },
    act(deed, name, start, only, span) {
      const id = name ?? context.freshId(deed.kind);
      acted += 1;
      draft.actions.push({ id, only, start, deed, span });
      return { anchor: { kind: 'action', action: id, edge: 'end' }, offset_ms: 0 };
    },
    middle({ centred }) {
      const { width, height } = draft.stage;
      return { kind: 'point', x: centred ? 0 : width / 2, y: centred ? 0 : height / 2, z: 0 };
    },
    freshId(prefix) {
      let count = counters.get(prefix) ?? 0;
      do count += 1;
      while (names.has(`${prefix}-${count}`));
      counters.set(prefix, count);
      return `${prefix}-${count}`;
    },
  };
  return context;
}
