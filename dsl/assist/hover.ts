import { actorKind } from '../check/vocabulary/actor-kinds.ts';
import { EFFECTS } from '../check/vocabulary/effects.ts';
import { SOUNDS } from '../check/vocabulary/sounds.ts';
import { highlight } from '../read/highlight.ts';
import { HANDBOOK } from './handbook.ts';
import { declaredIn } from './named.ts';

export interface Hover {
  readonly offset: number;
  readonly length: number;
  /** Plain sentences; the first line is the form or the declaration. */
  readonly text: string;
}

/** What is known about the word at an offset, or null. */
export function hover(text: string, offset: number): Hover | null {
  const found = highlight(text).find((each) => offset >= each.offset && offset < each.offset + each.length);
  if (!found) return null;
  const word = text.slice(found.offset, found.offset + found.length);
  const said = found.class === 'name' ? named(text, word, found.offset) : about(word);
  return said === null ? null : { offset: found.offset, length: found.length, text: said };
}

function about(word: string): string | null {
  const entry = Object.hasOwn(HANDBOOK, word) ? HANDBOOK[word] : undefined;
  return entry ? `${entry.form}\n${entry.sentence}` : null;
}

function named(text: string, word: string, offset: number): string | null {
  const before = /([\w-]+)\s+$/.exec(text.slice(0, offset))?.[1];
  const kind = actorKind(word);
  if (before === 'is' && kind) {
    return `${word} ${kind.width}x${kind.height}\nColours: ${Object.keys(kind.colors).join(', ')}. Animations: ${kind.animations.join(', ')}.`;
  }
  if (before === 'emit' && Object.hasOwn(EFFECTS, word)) return EFFECTS[word]?.summary ?? null;
  if (before === 'sound' && Object.hasOwn(SOUNDS, word)) return SOUNDS[word] ?? null;
  const declared = declaredIn(text).find(({ name }) => name.text === word);
  if (!declared) return null;
  const { offset: from, length } = declared.statement.span;
  return text.slice(from, from + length).split('\n')[0] ?? null;
}
