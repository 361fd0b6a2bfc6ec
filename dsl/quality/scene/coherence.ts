import { ACTOR_KINDS } from '../../check/vocabulary/actor-kinds.ts';
import type { Timeline, TimelineWord } from '../../plan/timeline.ts';
import type { Frame, FrameEntity } from '../../sample/frame.ts';
import { createSampler } from '../../sample/sampler.ts';
import { atMost, type QualityCheck } from '../report.ts';

/** What announces a thing: "the moon", "two cows", "her little boat". */
const DETERMINER =
  /^(?:a|an|the|this|that|these|those|my|your|his|her|its|our|their|each|every|some|one|two|three|four|five|six|seven|eight|nine|ten)$/;
/** An adjective or two may stand between. */
const REACH = 3;

/** What the background of an environment shows by itself, by its scenery. */
const SCENERY: Readonly<Record<string, readonly string[]>> = {
  meadow: ['sun', 'moon', 'star', 'cloud', 'tree', 'flower', 'mountain'],
  valley: ['sun', 'moon', 'star', 'cloud', 'tree', 'flower', 'mountain'],
  sea: ['sun', 'moon', 'star', 'cloud', 'wave', 'boat'],
  city: ['sun', 'moon', 'star', 'cloud', 'house', 'window'],
  room: ['window', 'lamp', 'desk', 'plant'],
  space: ['star', 'planet'],
};

/** A thing may come on stage just after it was named. */
const GRACE_MS = 2000;
/** Less than this of a thing is not seen. */
const SEEN = 0.05;

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}-]/gu, '');

/** The kind of actor that a spoken word names, in the singular; null for other words. */
function kindNamed(text: string): string | null {
  const word = bare(text).replace(/['’]s$/, '');
  const forms = [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  return forms.find((form) => form !== 'thing' && Object.hasOwn(ACTOR_KINDS, form)) ?? null;
}

interface Mention {
  readonly word: TimelineWord;
  readonly kind: string;
}

/** Whether the word at `at` is announced: after another noun, "train" in "the cow trains" is a verb. */
function announced(words: Timeline['words'], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - REACH); back -= 1) {
    const word = words[back];
    if (word === undefined || word.line !== words[at]?.line || kindNamed(word.text) !== null) return false;
    if (DETERMINER.test(bare(word.text))) return true;
  }
  return false;
}

/** Where the narration names a thing that the stage has a form for. */
function mentionsOf({ words }: Timeline): Mention[] {
  return words.flatMap((word, at) => {
    const kind = kindNamed(word.text);
    return kind !== null && announced(words, at) ? [{ word, kind }] : [];
  });
}

/** Whether an entity can stand for a kind: by its own kind, its name, its label or what is written on it. */
function stands(entity: FrameEntity, kind: string): boolean {
  if (entity.opacity < SEEN) return false;
  const said = entity.role === 'text' ? entity.text : entity.role === 'actor' ? (entity.label ?? '') : '';
  const names = [entity.kind, entity.id, said].map((name) => name.toLowerCase());
  return names.some((name) => name.includes(kind));
}

function shown({ entities, environment, fx }: Frame, kind: string): boolean {
  const places = [environment.scenery, environment.scenery_from];
  return (
    entities.some((entity) => stands(entity, kind)) ||
    places.some((place) => SCENERY[place]?.includes(kind)) ||
    fx.some((each) => each.kind.includes(kind))
  );
}

/**
 * scene.coherence: each thing that the narration names, and the stage has a form for, is to be seen from its word to
 * shortly after its line. The figure is how many are not. Cheap enough for every turn: it looks at a few moments only.
 */
export function coherence(timeline: Timeline): QualityCheck {
  const sampler = createSampler(timeline);
  const ends = new Map(timeline.lines.map(({ id, end_ms }) => [id, end_ms]));
  const missing = mentionsOf(timeline).filter(({ kind, word }) => {
    const end = ends.get(word.line) ?? word.end_ms;
    const moments = [word.start_ms, word.end_ms, end, Math.min(end + GRACE_MS, timeline.duration_ms)];
    return !moments.some((ms) => shown(sampler.frameAt(ms), kind));
  });
  const names = [...new Set(missing.map(({ kind }) => kind))];
  return atMost('scene.coherence', 0, { at_ms: missing[0]?.word.start_ms ?? 0, figure: names.length }, () =>
    names.length === 0
      ? 'what the narration names is to be seen'
      : `the narration names what is not to be seen: ${names.join(', ')}`,
  );
}
