import type { CueNode, TimeNode } from '../read/ast.ts';
import { reportUnknown } from './choose.ts';
import type { Context, Here } from './context.ts';
import { durationOf } from './measures.ts';
import type { Anchor, TimeRef } from './model.ts';
import type { Thing } from './names.ts';
import { called, findThing, MOMENTS } from './resolve.ts';
import { foldWord } from './words.ts';

export const later = ({ anchor, offset_ms }: TimeRef, by_ms: number): TimeRef => ({
  anchor,
  offset_ms: offset_ms + by_ms,
});

/**
 * The moment that a time means. `at` counts from the beginning of the block it stands in (at the top, of the scene);
 * `after` counts from the end of its cue, everything else from its start. Null when it makes no sense; that is reported.
 */
export function resolveTime(node: TimeNode, here: Here, context: Context): TimeRef | null {
  const shift = node.shift ? durationOf(node.shift, context, -86_400_000) : 0;
  const amount = node.amount ? durationOf(node.amount, context) : 0;
  if (node.relation === 'at') return amount === null || shift === null ? null : later(here.start, amount + shift);
  const anchor = node.cue && resolveCue(node.cue, node.relation === 'after' ? 'end' : 'start', here, context);
  if (!anchor || amount === null || shift === null) return null;
  return { anchor, offset_ms: (node.relation === 'before' ? -amount : amount) + shift };
}

function resolveCue(cue: CueNode, edge: 'start' | 'end', here: Here, context: Context): Anchor | null {
  const { whole, name, word, nth } = cue;
  if (whole.text === 'start' || whole.text === 'end') return { kind: 'scene', edge: whole.text };
  // Something of that whole name first; else a word of a line.
  const entire = called(whole.text, context);
  if (word === null || entire) return momentOf(findThing(whole, MOMENTS, here, context), edge, here);
  const thing = findThing(name, MOMENTS, here, context);
  if (thing === null) return null;
  if (thing.role !== 'line') {
    const params = { name: name.text, is: 'no spoken line', wanted: 'a line and a word, as in line.moon' };
    context.report('dsl/wrong-thing', name.span, params);
    return null;
  }
  const index = wordIndex(thing, { word, nth }, context);
  return index === null ? null : { kind: 'word', line: here.renamed.get(thing.id) ?? thing.id, index, edge };
}

function momentOf(thing: Thing | null, edge: 'start' | 'end', here: Here): Anchor | null {
  if (thing === null) return null;
  const id = here.renamed.get(thing.id) ?? thing.id;
  if (thing.role === 'line') return { kind: 'line', line: id, edge };
  return thing.role === 'beat' ? { kind: 'beat', beat: id } : { kind: 'action', action: id, edge };
}

type WordCue = { readonly word: NonNullable<CueNode['word']>; readonly nth: CueNode['nth'] };

/** Words are compared whatever their case; the first occurrence is meant where no number says which. */
function wordIndex({ words }: Thing, { word, nth }: WordCue, context: Context): number | null {
  const wanted = foldWord(word.text);
  const places = words.get(wanted) ?? [];
  if (places.length === 0) {
    reportUnknown('dsl/unknown-word', word.text, word.span, words.keys(), context);
    return null;
  }
  const number = nth === null ? 1 : Number(nth.text.slice(1));
  const found = Number.isInteger(number) ? places[number - 1] : undefined;
  if (found !== undefined || nth === null) return found ?? null;
  const count = places.length === 1 ? 'once' : `${places.length} times`;
  const { offset, length } = nth.span;
  const text = places.length === 1 ? '' : `#${places.length}`;
  const cures = [{ title: text === '' ? 'Remove it' : `Write \`${text}\``, edits: [{ offset, length, text }] }];
  context.report('dsl/missing-occurrence', nth.span, { word: word.text, nth: nth.text.slice(1), count }, cures);
  return null;
}
