import type { z } from 'zod';
import type { Span } from '../../diagnostics.ts';
import { type Issue, parseWith } from '../../plan/alignment-schema.ts';
import type { StrokeDraft, Timing } from './stroke-draft.ts';

/** One stroke on its way into the model. */
export interface Drawn<P> {
  readonly params: P;
  readonly timing: Timing;
  readonly span: Span;
  readonly draft: StrokeDraft;
  /** Its own id, or one made from its place. */
  readonly stroke_id: string;
}

export interface StrokeRule<P> {
  readonly params: z.ZodType<P>;
  /** How long it takes where it does not say. */
  readonly duration_ms: number;
  /** The v1 paths it patches, as the contract's table has them; a path ending in `*` stands for all that begin so. */
  readonly paths: (params: P) => readonly string[];
  readonly draw: (stroke: Drawn<P>) => void;
}

type Understood =
  | { readonly ok: false; readonly issues: readonly Issue[] }
  | {
      readonly ok: true;
      readonly paths: readonly string[];
      readonly draw: (rest: Omit<Drawn<never>, 'params'>) => void;
    };

/** A rule whose params are its own business, so that rules of all kinds stand in one table. */
export interface AnyStrokeRule {
  readonly duration_ms: number;
  readonly params: z.ZodType;
  understand(params: unknown): Understood;
}

export const strokeRule = <P>(rule: StrokeRule<P>): AnyStrokeRule => ({
  duration_ms: rule.duration_ms,
  params: rule.params,
  understand(given) {
    const parsed = parseWith(rule.params, given);
    if (!parsed.ok) return parsed;
    const params = parsed.value;
    return { ok: true, paths: rule.paths(params), draw: (rest) => rule.draw({ ...rest, params }) };
  },
});
