/**
 * What a script says, word by word, before anyone asks whether it makes sense. Plain JSON. Every node knows its span.
 * Statements that could not be understood at all are kept as `unknown`, so that `check` does not mistake their names
 * for missing ones.
 */
import type { Span } from '../diagnostics.ts';

export interface Script {
  readonly kind: 'script';
  readonly statements: readonly Statement[];
  /** Just behind the last token. */
  readonly end: Span;
  /** Whether it may hold variables, formulas, rounds or prefabs, which are worked out before anything is checked. */
  readonly calculates: boolean;
}

/**
 * A name, or a path to something inside of something: `bowl.fish`, `bar#3`. `text` is the whole path as it is looked up.
 * Where an occurrence has to be worked out, `text` is what was written, without spaces, and `pieces` are there until
 * `check` has expanded the script: put one behind another, with each formula's value in its place, they are the path.
 * `bar#i` has the pieces `bar#` and i, `row#(i + 1).cell#2` the pieces `row#`, i + 1 and `.cell#2`.
 */
export interface NameNode {
  readonly kind: 'name';
  readonly text: string;
  readonly pieces?: readonly (string | Formula)[];
  readonly span: Span;
}

/**
 * `unit` is as written, '' where there is none. Arithmetic and variables stand in `formula` until `check` has expanded
 * the script; `value` means nothing while there is one.
 */
export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: string;
  readonly formula?: Formula;
  readonly span: Span;
}

/** Arithmetic over numbers with units. A bare name is a variable, one with an occurrence (`sizes#2`) an element of a list. */
export type Formula =
  | { readonly kind: 'literal'; readonly value: number; readonly unit: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: NameNode; readonly span: Span }
  | { readonly kind: 'negative'; readonly of: Formula; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
      readonly span: Span;
    }
  /** `min max round floor ceil abs sqrt sin cos random`. */
  | { readonly kind: 'call'; readonly name: NameNode; readonly arguments: readonly Formula[]; readonly span: Span };

/** Several values in brackets: `(5, 3, 8)`, only after `be`. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ValueNode[];
  readonly span: Span;
}

/** `value` is the text meant: without quotes, escapes resolved. */
export interface TextNode {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
}

/** `#` and what follows. `index` is the number of an occurrence that has to be worked out: `line.the#i`. */
export interface HashNode {
  readonly kind: 'hash';
  readonly text: string;
  readonly index?: Formula;
  readonly span: Span;
}

export interface PointNode {
  readonly kind: 'point';
  readonly x: NumberNode;
  readonly y: NumberNode;
  readonly z: NumberNode | null;
  readonly span: Span;
}

/**
 * `moon`, `center`, `above moon by 40`. After `to`, `from`, `at`, `position` and `focus` every bare name is one, also
 * where a colour, a state or a variable is meant: `change moon color to tomato`, `when click bulb from dark`.
 */
export interface NamedPlaceNode {
  readonly kind: 'named-place';
  readonly relation: NameNode | null;
  readonly name: NameNode;
  readonly by: NumberNode | null;
  readonly span: Span;
}

export type PlaceNode = PointNode | NamedPlaceNode;

/**
 * `jump`, `line.moon`, `line.the#2`, `bowl.swim`, `bowl.line.moon`, `jump#2`, `end`. Only the names that are declared
 * tell what is meant, so both readings are here: `whole` is all of it as one path, for something that bears that name;
 * `name`, `word` and `nth` are what stands before the last dot, behind it, and the occurrence, for a word of a line.
 * Without a dot `name` is `whole`.
 */
export interface CueNode {
  readonly whole: NameNode;
  readonly name: NameNode;
  readonly word: NameNode | null;
  readonly nth: HashNode | null;
  readonly span: Span;
}

/**
 * A moment: `at 2s`, `on line.moon`, `after jump + 0.3s`, `2s before end`. `relation` is `at` when there is an amount
 * and no cue; `amount` counts away from the cue, `shift` is added as it is signed.
 */
export interface TimeNode {
  readonly kind: 'time';
  readonly relation: 'at' | 'on' | 'after' | 'with' | 'before';
  readonly amount: NumberNode | null;
  readonly cue: CueNode | null;
  readonly shift: NumberNode | null;
  readonly span: Span;
}

export interface EaseNode {
  readonly kind: 'ease';
  readonly name: NameNode;
  /** The numbers of `cubic-bezier(…)`; null where there are no brackets. */
  readonly numbers: readonly NumberNode[] | null;
  readonly span: Span;
}

export interface EntryNode {
  readonly kind: 'entry';
  readonly name: NameNode;
  readonly value: ValueNode | ListNode | null;
  readonly span: Span;
}

export type ValueNode = NumberNode | TextNode | HashNode | NameNode;

export type ClauseValue =
  | ValueNode
  | PlaceNode
  | TimeNode
  | EaseNode
  | { readonly kind: 'places'; readonly places: readonly PlaceNode[]; readonly span: Span }
  | ListNode
  | { readonly kind: 'entries'; readonly entries: readonly EntryNode[]; readonly span: Span };

/** `name` is the keyword; times are all called `time`, however they begin. */
export interface ClauseNode {
  readonly name: string;
  readonly keyword: Span;
  readonly value: ClauseValue | null;
  readonly span: Span;
  /** Has been reported already: not to be complained about again. */
  readonly broken: boolean;
}

interface Base {
  readonly span: Span;
  readonly keyword: Span;
  readonly clauses: readonly ClauseNode[];
  /** Something in it has been reported already, so that what seems missing may just not have been understood. */
  readonly broken: boolean;
}

interface Containing extends Base {
  readonly body: readonly Statement[] | null;
}

interface Named extends Base {
  readonly name: NameNode | null;
}

/** Statements of a keyword, one name, clauses, and sometimes entries in braces. */
export type NamedKind =
  | 'environment'
  | 'actor'
  | 'lyrics'
  | 'move'
  | 'fade'
  | 'grow'
  | 'turn'
  | 'emit'
  | 'light'
  | 'material'
  | 'apply'
  | 'beat'
  | 'orbit'
  | 'reveal'
  | 'sound'
  | 'transition'
  | 'image'
  | 'model'
  | 'use'
  | 'let'
  | 'param'
  | 'quality';

export interface NamedStatement extends Named {
  readonly kind: NamedKind;
  readonly entries: readonly EntryNode[] | null;
}
export interface SceneStatement extends Containing {
  readonly kind: 'scene';
  readonly title: TextNode | null;
}
export interface StageStatement extends Base {
  readonly kind: 'stage';
  readonly width: NumberNode | null;
  readonly height: NumberNode | null;
}
export interface SettingStatement extends Base {
  readonly kind: 'seed' | 'length' | 'wait';
  readonly value: NumberNode | null;
}
export interface WordsStatement extends Named {
  readonly kind: 'text' | 'say' | 'annotate';
  readonly text: TextNode | null;
}
/** A name and a second word: `animate cow walk`, `change moon color to …`, `draw sun circle …`. */
export interface PairStatement extends Named {
  readonly kind: 'animate' | 'change' | 'draw';
  readonly word: NameNode | null;
}
/** What a chart shows: `series "Cloud" points (2020, 12) …`, `slice "Ours" 42%`, `bar "Retail" 34%`. */
export interface DatumStatement extends Base {
  readonly kind: 'series' | 'slice' | 'bar';
  readonly label: TextNode | null;
  readonly value: NumberNode | null;
}
/** `when click bulb`, `when key "r"`, `when signal "storm"`; its clauses are `from` and `go`. */
export interface WhenStatement extends Base {
  readonly kind: 'when';
  readonly event: NameNode | null;
  readonly subject: NameNode | TextNode | null;
}
/**
 * One moment of `keyframes`: `at 50% scale 1.4 opacity 0.5`; its clauses are the properties. Here any name followed by
 * a value is a clause: `strength 0.9`, `petals white`.
 */
export interface KeyframeStatement extends Base {
  readonly kind: 'keyframe';
  readonly at: NumberNode | null;
}
export interface CameraStatement extends Named {
  readonly kind: 'camera';
  readonly place: PlaceNode | null;
}
export interface FlowStatement extends Containing {
  readonly kind: 'sequence' | 'parallel';
}
/** `stagger 120ms { … }`. */
export interface StaggerStatement extends Containing {
  readonly kind: 'stagger';
  readonly step: NumberNode | null;
}
/** `for i from 1 to 8 { … }`; its clauses are `from`, `to` and `by`. */
export interface ForStatement extends Containing {
  readonly kind: 'for';
  readonly name: NameNode | null;
}
/** A name and a block of statements: what belongs together, a piece to reuse, a chart, a machine and its states. */
export interface HoldingStatement extends Containing {
  readonly kind: 'group' | 'prefab' | 'chart' | 'states' | 'state' | 'keyframes';
  readonly name: NameNode | null;
}
export interface RepeatStatement extends Containing {
  readonly kind: 'repeat';
  readonly count: NumberNode | null;
}
export interface OnlyStatement extends Containing {
  readonly kind: 'only';
  /** The `2d` or `3d` as the number 2 or 3 with the unit `d`. */
  readonly reading: NumberNode | null;
}
export interface TimeStatement extends Containing {
  readonly kind: 'time';
  readonly time: TimeNode | null;
}
/** Words that mean nothing to this version of the language. Reported by `read`. */
export interface UnknownStatement extends Base {
  readonly kind: 'unknown';
  readonly words: readonly string[];
}

export type Statement =
  | NamedStatement
  | SceneStatement
  | StageStatement
  | SettingStatement
  | WordsStatement
  | PairStatement
  | DatumStatement
  | WhenStatement
  | KeyframeStatement
  | CameraStatement
  | FlowStatement
  | StaggerStatement
  | ForStatement
  | HoldingStatement
  | RepeatStatement
  | OnlyStatement
  | TimeStatement
  | UnknownStatement;

export type StatementKind = Statement['kind'];
export type StatementOf<K extends StatementKind> = Extract<Statement, { kind: K }>;
