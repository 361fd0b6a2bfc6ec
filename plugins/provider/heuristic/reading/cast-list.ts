import type { Act, DeedIdea, Member, PlaceRelation, Standing } from './idea.ts';

const MOST_OF_ONE = 12;
const MOST_MEMBERS = 8;
/** How many of a plural that comes without a number. */
const PLURAL = 3;

/** What somebody does to a thing, and the thing then does itself. */
const TRANSITIVE: ReadonlySet<Act> = new Set(['rise', 'fall', 'spin', 'grow', 'shrink', 'burst', 'shine']);

type Named = Pick<Member, 'kind' | 'noun' | 'label'> & { readonly plural: boolean };

/** Collects members and deeds while a prompt is read; words that describe are kept until their noun comes. */
export function createCastList() {
  const cast: Member[] = [];
  const deeds: DeedIdea[] = [];
  const standings: Standing[] = [];
  let colors: string[] = [];
  let count: number | null = null;
  let scale = 1;
  /** Who the next verb is about, and who the last one was about. */
  let subjects: number[] = [];
  let lastSubjects: number[] = [];
  let relation: PlaceRelation | null = null;
  /** The deed that still waits for what it is done to. */
  let open: { act: Act; subjects: readonly number[]; word: string } | null = null;
  let listing = false;
  /** "The gears of a clock": what comes next belongs to the noun before, which stays the one that acts. */
  let belonging = false;
  let latest: number | null = null;

  const clear = (): void => {
    colors = [];
    count = null;
    scale = 1;
  };
  const close = (object: number | null): void => {
    if (!open) return;
    if (object !== null && relation === null && TRANSITIVE.has(open.act)) {
      // "A startup launches a rocket": it is the rocket that rises.
      deeds.push({ ...open, subjects: [object], relation: null, object: null });
      open = null;
      return;
    }
    deeds.push({ ...open, relation: object === null ? null : (relation ?? 'to'), object });
    open = null;
    relation = null;
  };
  const indexOf = ({ plural, ...named }: Named): number | null => {
    const known = cast.findIndex((member) => member.noun === named.noun);
    if (known >= 0 && count === null && colors.length === 0) return known;
    if (cast.length >= MOST_MEMBERS) return known >= 0 ? known : null;
    const wanted = count ?? (plural ? PLURAL : 1);
    const noun = known >= 0 ? `${named.noun} ${cast.length + 1}` : named.noun;
    cast.push({ ...named, noun, count: Math.min(MOST_OF_ONE, Math.max(1, wanted)), colors, scale });
    return cast.length - 1;
  };

  return {
    clear,
    colour: (hex: string): void => {
      colors = [...colors, hex];
    },
    /** "a dozen" is twelve and "twenty-five" not five: an article counts only alone, and of two numbers the larger. */
    count: (number: number, article: boolean): void => {
      // "A blue and a yellow fish" are two.
      if (article && colors.length > 0) count = (count ?? 0) + number;
      else count = count === null ? number : article ? count : Math.max(count, number);
    },
    size: (factor: number): void => {
      scale = factor;
    },
    /** Whether the noun to come has been described already. */
    described: (): boolean => count !== null || colors.length > 0 || scale !== 1,
    counting: (): boolean => count !== null,
    hasSubject: (): boolean => subjects.length > 0 || lastSubjects.length > 0,
    noun: (named: Named): void => {
      const index = indexOf(named);
      clear();
      if (index === null) return;
      latest = index;
      const owner = belonging && !open && subjects.length > 0;
      belonging = false;
      if (owner) return;
      if (open) {
        close(index);
        lastSubjects = subjects;
        subjects = [];
      } else if (relation && subjects.length > 0) {
        const subject = subjects.at(-1);
        if (subject !== undefined && subject !== index) standings.push({ subject, relation, object: index });
        relation = null;
      } else {
        subjects = listing || subjects.length === 0 ? [...subjects, index] : [index];
        relation = null;
      }
      listing = false;
    },
    verb: (act: Act, word: string): void => {
      close(null);
      clear();
      const who = subjects.length > 0 ? subjects : lastSubjects;
      if (who.length === 0) return;
      lastSubjects = who;
      open = { act, subjects: who, word };
      subjects = who;
      relation = act === 'orbit' ? 'around' : null;
    },
    /** What is talked about now is not on stage ("the phrase appears"), so nobody does what comes next. */
    nobody: (): void => {
      clear();
      if (open || relation) return;
      subjects = [];
      lastSubjects = [];
    },
    preposition: (next: PlaceRelation): void => {
      relation = next;
    },
    of: (): void => {
      belonging = true;
    },
    /** "An apple that falls": who the clause is about is whoever was named last. */
    relative: (): void => {
      close(null);
      relation = null;
      if (latest !== null) subjects = [latest];
    },
    pronoun: (): void => {
      if (subjects.length === 0) subjects = lastSubjects;
    },
    conjunction: (word: string): void => {
      if (word === 'and' && !open) listing = subjects.length > 0;
      else {
        close(null);
        if (word !== 'and') {
          lastSubjects = subjects.length > 0 ? subjects : lastSubjects;
          subjects = [];
        }
        relation = null;
      }
    },
    pause: (sentence: boolean): void => {
      close(null);
      relation = null;
      if (sentence) {
        lastSubjects = subjects.length > 0 ? subjects : lastSubjects;
        subjects = [];
        clear();
      } else listing = subjects.length > 0;
    },
    idea: (): { cast: readonly Member[]; deeds: readonly DeedIdea[]; standings: readonly Standing[] } => {
      close(null);
      return { cast, deeds, standings };
    },
  };
}
