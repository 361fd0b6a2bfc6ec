import type { WordsStatement } from '../../read/ast.ts';
import { clausesOf } from '../clauses.ts';
import type { Rule } from '../context.ts';
import type { Place } from '../model.ts';
import { later } from '../moments.ts';
import { onStage } from '../places.ts';
import { PLACEABLE } from '../resolve.ts';
import { targetOf } from './happening.ts';

const AWAY = 60;
const SHOWN_MS = 3000;
const FADE_MS = 300;
const SIZE = { what: 'size', min: 4, max: 1000 };

/** A note beside a thing and a line from one to the other: they fade in at its time and are gone after `for`. */
export const annotateRule: Rule<WordsStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time', 'as', 'at', 'for', 'size', 'color'], here, context);
  const target = targetOf(statement, PLACEABLE, here, context);
  if (!statement.text) clauses.missing('what it says');
  const above: Place | null = target && {
    ...{ kind: 'relative', of: target.id, relation: 'above', offset: { x: 0, y: -AWAY, z: 0 } },
  };
  const at = onStage(clauses.place('at'), here, context) ?? above;
  const shown_ms = clauses.duration('for', SHOWN_MS);
  const color = clauses.color('color', context.ink);
  const size = clauses.number('size', SIZE, 26, ['px']);
  const start = clauses.start();
  if (!target || !at || !statement.text || start === null) return null;
  const { draft } = context;
  const as = clauses.word('as');
  const mine = as !== null && context.names.get(as.text)?.node === as;
  const id = mine ? (here.renamed.get(as.text) ?? as.text) : context.freshId('note');
  const common = { only: here.only, span: statement.span, group: null, opacity: 0 };
  const lettering = { value: null, decimals: 0, wrap: 320, background: null, weight: 700, align: 'center' } as const;
  draft.texts.push({ ...common, ...lettering, id, text: statement.text.value, at, size, color });
  const line = context.freshId('note-line');
  draft.notes.push({ ...common, line, at, target: target.id, size, color });
  const fade = (target: string, to: 0 | 1) => {
    const deed = { kind: 'fade', target, to, duration_ms: FADE_MS, ease: 'ease-in-out' } as const;
    return context.act(deed, null, to === 1 ? start : later(start, shown_ms), here.only, statement.span);
  };
  fade(id, 1);
  fade(line, 1);
  fade(id, 0);
  return fade(line, 0);
};
