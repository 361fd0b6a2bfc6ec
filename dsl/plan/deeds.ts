import type { Action, Deed, Model } from '../check/model.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { moveCamera } from './camera-deeds.ts';
import type { Cast } from './cast.ts';
import { effectLife } from './effect-life.ts';
import type { Ledger } from './ledger.ts';
import { restOf } from './motion.ts';
import { locationOf } from './opening.ts';
import { pointer } from './pointer.ts';
import { round3, roundEase, wholeMs } from './rounding.ts';
import { seedFor } from './seeds.ts';
import type { EnvironmentState, FxState } from './timeline.ts';

interface Setting {
  readonly model: Model;
  readonly ledger: Ledger;
  readonly cast: Cast;
  readonly end_ms: number;
}

/** Writes what one action does, beginning at `at_ms`. Actions must come in the order of their starts. */
export function perform(action: Action, at_ms: number, setting: Setting): readonly Diagnostic[] {
  const { deed, span } = action;
  const { ledger, cast, model } = setting;
  const missing = (name: string) => [diagnose('dsl/plan-missing-thing', span, { name })];

  switch (deed.kind) {
    case 'emit':
      return emit(action.id, deed, at_ms, action, setting) ? [] : missing(nameOf(deed.from));
    case 'camera':
      return moveCamera(deed, at_ms, span, model.stage, ledger, cast) ? [] : missing(nameOf(deed.target));
    case 'environment':
      shiftMood(deed, at_ms, action, setting);
      return [];
    case 'sound':
    case 'transition':
      return [];
    default: {
      const member = cast.members.get(deed.target);
      if (!member) return missing(deed.target);
      return change(deed, member.path, at_ms, action, setting) ?? missing(deed.target);
    }
  }
}

type MemberDeed = Extract<Deed, { readonly target: string }>;

function change(
  deed: MemberDeed,
  path: string,
  at_ms: number,
  { span }: Action,
  { model, ledger, cast }: Setting,
): readonly Diagnostic[] | null {
  const piled = (fits: boolean) => (fits ? [] : [diagnose('dsl/plan-motions-piled-up', span, { name: deed.target })]);
  const number = (property: string, to: number, timing: { duration_ms: number; ease: MemberEase }) =>
    piled(
      ledger.change(
        `${path}/${property}`,
        {
          at_ms,
          duration_ms: wholeMs(timing.duration_ms),
          ease: timing.ease,
          curve: 'line',
          through: [round3(to)],
          origin: span,
        },
        1,
      ),
    );
  switch (deed.kind) {
    case 'move': {
      const self = cast.landmark(deed.target, at_ms) ?? { width: 0, height: 0 };
      const through = deed.through.map((place) => cast.point(place, self, at_ms)).filter((point) => point !== null);
      if (through.length === 0) return null;
      const { ease } = deed;
      const curve = deed.curve === 'arc' ? { bend: round3(deed.bend) } : deed.curve;
      const timing = { at_ms, duration_ms: wholeMs(deed.duration_ms), ease, curve, through, origin: span };
      return piled(ledger.change(`${path}/position`, timing, { x: 0, y: 0, z: 0 }));
    }
    case 'orbit':
    case 'change':
    case 'keyframes':
      return null;
    case 'fade':
      return number('opacity', deed.to, deed);
    case 'scale':
      return number('scale', deed.to, deed);
    case 'turn':
      return number('rotation', restOf(ledger.current(`${path}/rotation`, at_ms, 0)) + deed.by, deed);
    case 'animate': {
      if (!path.startsWith('/actors/')) return null;
      const value = { name: deed.animation, start_ms: at_ms };
      ledger.write({ at_ms, op: 'replace', path: `${path}/animation`, value, origin: span });
      return [];
    }
    case 'apply': {
      if (!path.startsWith('/actors/')) return null;
      const known = deed.material === null || model.materials.some(({ id }) => id === deed.material);
      if (!known) return [diagnose('dsl/plan-missing-thing', span, { name: deed.material ?? '' })];
      ledger.write({ at_ms, op: 'replace', path: `${path}/material`, value: deed.material, origin: span });
      return [];
    }
  }
}

type MemberEase = Extract<Deed, { readonly kind: 'fade' }>['ease'];

function emit(
  id: string,
  deed: Extract<Deed, { kind: 'emit' }>,
  at_ms: number,
  { span }: Action,
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
    seed: seedFor(model.seed, id),
    within: deed.within,
  };
  const path = pointer('fx', id);
  ledger.write({ at_ms, op: 'add', path, value, origin: span });
  const over = at_ms + duration_ms + effectLife(deed.fx);
  if (over < end_ms) ledger.write({ at_ms: over, op: 'remove', path, origin: span });
  return true;
}

/** A mood waits for the one before it to have settled, so that the light never jumps. */
function shiftMood(
  deed: Extract<Deed, { kind: 'environment' }>,
  at_ms: number,
  { span }: Action,
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
  ledger.write({ at_ms: start_ms, op: 'replace', path, value, origin: span });
}

const nameOf = (place: { readonly kind: string; readonly of?: string } | null): string => place?.of ?? 'the target';
