import type { Deed } from '../check/model.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { moveCamera } from './camera-deeds.ts';
import { effectLife } from './effect-life.ts';
import { changeMember } from './member-deeds.ts';
import { restOf } from './motion.ts';
import { locationOf } from './opening.ts';
import { pointer } from './pointer.ts';
import { round3, roundEase, wholeMs } from './rounding.ts';
import { seedFor } from './seeds.ts';
import type { Setting } from './setting.ts';
import type { Step } from './steps.ts';
import type { EnvironmentState, FxState, SoundState, TransitionState } from './timeline.ts';

/** Writes what one step does. Steps must come in the order of their times. */
export function enact(step: Step, setting: Setting): readonly Diagnostic[] {
  const { deed, at_ms, action } = step;
  const { ledger, cast, model } = setting;
  const origin = action.span;
  const missing = (name: string) => [diagnose('dsl/plan-missing-thing', origin, { name })];

  switch (deed.kind) {
    case 'emit':
      return emit(deed, step, setting) ? [] : missing(nameOf(deed.from));
    case 'camera':
      return moveCamera(deed, at_ms, origin, model.stage, ledger, cast) ? [] : missing(nameOf(deed.target));
    case 'environment':
      shiftMood(deed, step, setting);
      return [];
    case 'sound': {
      const value: SoundState = { sound: deed.sound, start_ms: at_ms, volume: share(deed.volume) };
      ledger.write({ at_ms, op: 'add', path: pointer('sounds', action.id), value, origin });
      return [];
    }
    case 'transition': {
      const { style, color } = deed;
      const value: TransitionState = { style, color, start_ms: at_ms, duration_ms: wholeMs(deed.duration_ms) };
      ledger.write({ at_ms, op: 'replace', path: '/transition', value, origin });
      return [];
    }
    default:
      return changeMember(deed, step, setting) ?? missing(deed.target);
  }
}

const share = (value: number): number => round3(Math.min(1, Math.max(0, value)));

function emit(
  deed: Extract<Deed, { kind: 'emit' }>,
  { at_ms, action }: Step,
  { model, ledger, cast, end_ms }: Setting,
): boolean {
  const from = locationOf(deed.from, cast);
  if (!from) return false;
  const duration_ms = wholeMs(deed.duration_ms);
  const value: FxState = {
    kind: deed.fx,
    from,
    start_ms: at_ms,
    duration_ms,
    count: deed.count,
    color: deed.color,
    seed: seedFor(model.seed, action.id),
    within: deed.within !== null && cast.members.has(deed.within) ? deed.within : null,
  };
  const path = pointer('fx', action.id);
  ledger.write({ at_ms, op: 'add', path, value, origin: action.span });
  const over = at_ms + duration_ms + effectLife(deed.fx);
  if (over < end_ms) ledger.write({ at_ms: over, op: 'remove', path, origin: action.span });
  return true;
}

/** A mood waits for the one before it to have settled, so that the light never jumps. */
function shiftMood(
  deed: Extract<Deed, { kind: 'environment' }>,
  { at_ms, action }: Step,
  { model, ledger }: Setting,
): void {
  const path = '/environment/mood';
  const mood = restOf(ledger.current<EnvironmentState['mood'] | null>(path, at_ms, null));
  const settled = mood ? mood.start_ms + mood.duration_ms : 0;
  const start_ms = Math.max(at_ms, settled);
  const end = Math.max(start_ms, at_ms + wholeMs(deed.duration_ms));
  const value: EnvironmentState['mood'] = {
    from: mood?.to ?? model.environment,
    to: deed.preset,
    start_ms,
    duration_ms: end - start_ms,
    ease: roundEase(deed.ease),
  };
  ledger.begin(path, value);
  ledger.write({ at_ms: start_ms, op: 'replace', path, value, origin: action.span });
}

const nameOf = (place: { readonly kind: string; readonly of?: string } | null): string => place?.of ?? 'the target';
