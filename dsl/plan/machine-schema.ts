import { z } from 'zod';
import { schemaFor } from './patch-places.ts';
import { curve, ease, name, timeMs } from './value-schemas.ts';

const natural = z.int().min(0);
export const originSchema = z.strictObject({ offset: natural, length: natural, line: natural, column: natural });

const trigger = z.union([
  z.strictObject({ kind: z.literal('click'), target: name }),
  z.strictObject({ kind: z.literal('key'), key: name }),
  z.strictObject({ kind: z.literal('signal'), name }),
]);

export const happeningSchema = z.strictObject({ at_ms: timeMs, trigger });

/** What a change carries is checked as a patch at its path would be: `perform` makes patches of them. */
const change = z
  .strictObject({
    at_ms: timeMs,
    op: z.enum(['change', 'add', 'replace', 'remove']),
    path: z.string().max(1000),
    motion: z
      .strictObject({
        duration_ms: timeMs,
        ease,
        curve,
        through: z.array(z.unknown()).min(1).max(1000),
        relative: z.boolean(),
      })
      .exactOptional(),
    value: z.unknown().optional(),
    origin: originSchema,
  })
  .superRefine(({ op, path, motion, value }, context) => {
    const expected = op === 'change' ? (schemaFor(path, 'replace') ?? schemaFor(path, 'add')) : schemaFor(path, op);
    const carried = op === 'change' ? (motion?.through ?? []) : op === 'remove' ? [] : [value];
    if (!expected || (op === 'change') !== (motion !== undefined)) {
      context.addIssue({ code: 'custom', path: ['path'], message: `“${path}” is nothing that can be changed so` });
      return;
    }
    for (const each of carried) {
      for (const issue of expected.safeParse(each).error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message });
      }
    }
  });

const state = z.strictObject({ name, duration_ms: timeMs, changes: z.array(change).max(10_000) });
const transition = z.strictObject({ trigger, from: name.nullable(), to: name });

export const machineSchema = z
  .strictObject({ id: name, states: z.array(state).min(1).max(200), transitions: z.array(transition).max(1000) })
  .superRefine(({ states, transitions }, context) => {
    const known = new Set(states.map((each) => each.name));
    transitions.forEach(({ from, to }, at) => {
      if (known.has(to) && (from === null || known.has(from))) return;
      context.addIssue({
        code: 'custom',
        path: ['transitions', at],
        message: 'leads from or to a state that is not there',
      });
    });
  });
