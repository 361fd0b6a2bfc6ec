/** What a prompt asks for: the seam between reading it and composing a script. */

export interface Member {
  /** A key of `ACTOR_KINDS`. */
  readonly kind: string;
  /** The noun as it was said, in the singular. */
  readonly noun: string;
  readonly count: number;
  /** `#rrggbb`, taken in turn by the members of a group; empty for the kind's own. */
  readonly colors: readonly string[];
  /** 1 is as large as its kind is. */
  readonly scale: number;
  /** What is written on it, where the kind does not show what it is. */
  readonly label: string | null;
}

export const ACTS = [
  'jump',
  'fly',
  'go',
  'rise',
  'fall',
  'spin',
  'dance',
  'grow',
  'shrink',
  'orbit',
  'follow',
  'appear',
  'vanish',
  'shine',
  'burst',
] as const;

export type Act = (typeof ACTS)[number];

export const RELATIONS = ['over', 'under', 'around', 'to', 'on', 'beside', 'behind', 'inside'] as const;

export type PlaceRelation = (typeof RELATIONS)[number];

export interface DeedIdea {
  /** Indices into the cast. */
  readonly subjects: readonly number[];
  readonly act: Act;
  readonly relation: PlaceRelation | null;
  readonly object: number | null;
  /** The verb as it was written, to be found again in the sentence. */
  readonly word: string;
}

export interface Standing {
  readonly subject: number;
  readonly relation: PlaceRelation;
  readonly object: number;
}

export interface Idea {
  readonly cast: readonly Member[];
  readonly deeds: readonly DeedIdea[];
  readonly standings: readonly Standing[];
  readonly scenery: string | null;
  readonly time: string | null;
  /** Keys of `EFFECTS`. */
  readonly effects: readonly string[];
  /** What stood in quotation marks, in order. */
  readonly quotes: readonly string[];
  /** The prompt without "make a scene of" and the like. */
  readonly sentence: string;
}
