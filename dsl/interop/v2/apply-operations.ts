import { z } from 'zod';
import type { Mode } from '../../check/model.ts';
import { parseWith } from '../../plan/alignment-schema.ts';
import { V2_OPS, type V2Operation, v2OperationSchema } from '../v2-operation.ts';
import { judgeBudget, judgeChurn, judgeRates } from './budget.ts';
import { V2_LIMITS, type V2Limits } from './limits.ts';
import { countOf, operate } from './operate.ts';
import { refuse, type V2Refusal } from './refusal.ts';
import type { V2Scene } from './scene.ts';
import { sceneOf, workpieceOf } from './workpiece.ts';

export interface ApplyOptions {
  readonly mode?: Mode;
  readonly limits?: V2Limits;
  /** `rebuild`: the scene may be built anew. */
  readonly intent?: { readonly rebuild?: boolean | undefined } | null | undefined;
  /** What counts against the cap of a turn: every operation, or only those on things and materials, what they do being theirs. */
  readonly counted?: 'operations' | 'things';
  /** Names of operations that were applied before: those are ignored. */
  readonly seen?: ReadonlySet<string>;
}

export type AppliedOperations =
  | {
      readonly ok: true;
      readonly scene: V2Scene;
      /** Names of those that were applied, in order. */
      readonly applied: readonly string[];
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly refusal: V2Refusal };

const header = z.object({ op_id: z.string().min(1).max(200), op: z.string(), at_ms: z.int().min(0).max(86_400_000) });

/**
 * Operations applied to a scene in the order (`at_ms`, `op_id`), all or none. Never throws; what is refused names the
 * operation. The scene that is given stays as it is.
 */
export function applyOperations(
  scene: V2Scene,
  operations: readonly unknown[],
  { mode = '2d', limits = V2_LIMITS, intent, counted = 'operations', seen = new Set() }: ApplyOptions = {},
): AppliedOperations {
  const parsed = readOperations(operations);
  if (!parsed.ok) return parsed;
  const workpiece = workpieceOf(scene);
  const done = new Set<string>();
  const fresh: V2Operation[] = [];
  for (const operation of parsed.operations) {
    if (seen.has(operation.op_id) || done.has(operation.op_id))
      workpiece.warnings.push(`op_duplicate_ignored:${operation.op_id}`);
    else fresh.push(operation);
    done.add(operation.op_id);
  }
  // Counted before anything is done, so that too much work costs nothing.
  const much = judgeRates(fresh, limits);
  if (much) return { ok: false, refusal: much };
  for (const operation of fresh) {
    if (counted === 'operations' || !operation.op.endsWith('Behavior'))
      workpiece.counted += countOf(operation, workpiece);
    const wrong = operate(operation, workpiece);
    if (wrong) return { ok: false, refusal: of(operation, wrong) };
  }
  const refusal =
    judgeBudget(workpiece, mode, limits) ??
    (intent?.rebuild === true ? null : judgeChurn(workpiece, scene.entities.size));
  if (refusal) return { ok: false, refusal };
  return {
    ok: true,
    scene: sceneOf(workpiece),
    applied: fresh.map(({ op_id }) => op_id),
    warnings: workpiece.warnings,
  };
}

const of = ({ op_id, op }: { readonly op_id: string; readonly op: string }, { code, details }: V2Refusal): V2Refusal =>
  refuse(code, { op_id, op, ...details });

type Read =
  | { readonly ok: true; readonly operations: readonly V2Operation[] }
  | { readonly ok: false; readonly refusal: V2Refusal };

function readOperations(given: readonly unknown[]): Read {
  const operations: V2Operation[] = [];
  for (const [index, each] of given.entries()) {
    const where = (issues: readonly { readonly path: string; readonly message: string }[]) =>
      issues.map(({ path, message }) => ({ path: [`operations[${index}]`, path].filter(Boolean).join('.'), message }));
    const head = parseWith(header, each);
    if (!head.ok) return { ok: false, refusal: refuse('schema_validation_failed', { issues: where(head.issues) }) };
    const { op, op_id } = head.value;
    if (!V2_OPS.some((known) => known === op))
      return { ok: false, refusal: refuse('unsupported_op', { op_id, op, known: V2_OPS }) };
    const special = specialRefusal(op, Object(each));
    if (special) return { ok: false, refusal: of({ op_id, op }, special) };
    const parsed = parseWith(v2OperationSchema, each);
    if (!parsed.ok)
      return {
        ok: false,
        refusal: of({ op_id, op }, refuse('schema_validation_failed', { issues: where(parsed.issues) })),
      };
    operations.push(parsed.value);
  }
  operations.sort((a, b) => a.at_ms - b.at_ms || (a.op_id < b.op_id ? -1 : a.op_id > b.op_id ? 1 : 0));
  return { ok: true, operations };
}

/** What the contract has a name of its own for, before the schema would say it in general words. */
function specialRefusal(op: string, given: Readonly<Record<string, unknown>>): V2Refusal | null {
  if (op === 'setUniform' && typeof given.value !== 'number')
    return refuse('uniform_not_numeric', { material_id: given.material_id, uniform: given.uniform });
  if (op === 'trigger' && (typeof given.action !== 'string' || given.action === ''))
    return refuse('invalid_trigger', { target_id: given.target_id, action: given.action ?? null });
  return null;
}
