import type { Deed, Vec3 } from '../check/model.ts';
import type { Span } from '../diagnostics.ts';
import type { Cast } from './cast.ts';
import { compose } from './composition.ts';
import { restingCamera, type StageSize } from './empty-state.ts';
import type { Ledger } from './ledger.ts';
import { restOf } from './motion.ts';
import { locationOf } from './opening.ts';
import { round3, roundEase, wholeMs } from './rounding.ts';
import type { CameraState, LensState } from './timeline.ts';

type CameraDeed = Extract<Deed, { kind: 'camera' }>;

/** How much of the way to its target a push-in goes, so that what was in the picture mostly stays in it. */
const PUSH_SHARE = 0.6;
const MAX_ZOOM = 6;
const LET_GO_MS = 700;
const FOLLOW = '/camera/follow';
const LENS = '/camera/lens';

/** Writes what a camera move does to `/camera`; false when it looks at something that is not there. */
export function moveCamera(
  deed: CameraDeed,
  at_ms: number,
  origin: Span,
  stage: StageSize,
  ledger: Ledger,
  cast: Cast,
): boolean {
  const rest = restingCamera(stage);
  const middle = restOf(rest.focus);
  const focus = restOf(ledger.current<Vec3>('/camera/focus', at_ms, middle));
  const zoom = restOf(ledger.current('/camera/zoom', at_ms, 1));
  const target = deed.target ? cast.point(deed.target, { width: 0, height: 0 }, at_ms, null) : focus;
  if (!target) return false;
  const timing = { at_ms, duration_ms: wholeMs(deed.duration_ms), ease: deed.ease, curve: 'line' as const, origin };
  const look = (toward: Vec3, magnified: number) => {
    const zoomTo = round3(Math.min(MAX_ZOOM, Math.max(1, magnified)));
    ledger.change('/camera/focus', { ...timing, through: [compose(toward, zoomTo, stage, cast, at_ms)] }, middle);
    ledger.change('/camera/zoom', { ...timing, through: [zoomTo] }, 1);
  };
  switch (deed.move) {
    case 'push-in':
      look(between(focus, target, PUSH_SHARE), zoom * deed.amount);
      break;
    case 'pull-out':
      look(deed.target ? between(focus, target, PUSH_SHARE) : focus, zoom / Math.max(deed.amount, 0.01));
      break;
    case 'pan':
      look(target, zoom);
      break;
    case 'follow':
      if (deed.target?.kind === 'relative') follow(deed.target.of, deed, at_ms, origin, ledger);
      else look(target, zoom);
      break;
    case 'orbit':
    case 'roll': {
      const path = deed.move === 'orbit' ? '/camera/angle' : '/camera/roll';
      if (deed.target) look(target, zoom);
      ledger.change(path, { ...timing, through: [round3(deed.amount)], relative: true }, 0);
      break;
    }
    case 'shake':
      ledger.change('/camera/shake', { ...timing, from: round3(Math.max(0, deed.amount)), through: [0] }, 0);
      break;
    case 'rack-focus':
      rackFocus(deed, at_ms, origin, ledger, cast);
      break;
    case 'reset':
      look(middle, 1);
      if (ledger.current<LensState | null>(LENS, at_ms, null) !== null)
        rackFocus({ ...deed, amount: 0 }, at_ms, origin, ledger, cast);
      for (const path of ['/camera/shake', '/camera/roll', '/camera/angle']) {
        if (ledger.current(path, at_ms, 0) !== 0) ledger.change(path, { ...timing, through: [0] }, 0);
      }
      letGo(at_ms, timing.duration_ms, origin, ledger);
      break;
  }
  return true;
}

/**
 * Pulls the focus from what was sharp to what shall be. A pull that is still on is waited for, so that nothing jumps;
 * with nothing named what is sharp stays so, and at first it is what the picture looks at.
 */
function rackFocus(deed: CameraDeed, at_ms: number, origin: Span, ledger: Ledger, cast: Cast): void {
  const before = restOf(ledger.current<LensState | null>(LENS, at_ms, null));
  const to = deed.target ? locationOf(deed.target, cast) : (before?.to ?? null);
  const value: LensState = {
    from: before && before.blur > 0 ? before.to : to,
    to,
    blur_from: before?.blur ?? 0,
    blur: round3(deed.amount),
    start_ms: Math.max(at_ms, before ? before.start_ms + before.duration_ms : 0),
    duration_ms: wholeMs(deed.duration_ms),
    ease: roundEase(deed.ease),
  };
  ledger.begin(LENS, value);
  ledger.write({ at_ms: value.start_ms, op: before ? 'replace' : 'add', path: LENS, value, origin });
}

function follow(of: string, deed: CameraDeed, at_ms: number, origin: Span, ledger: Ledger): void {
  const value: CameraState['follow'] = {
    of,
    start_ms: at_ms,
    duration_ms: wholeMs(deed.duration_ms),
    weight: round3(Math.min(1, Math.max(0, deed.amount))),
    ease: roundEase(deed.ease),
  };
  ledger.begin(FOLLOW, value);
  ledger.write({ at_ms, op: 'replace', path: FOLLOW, value, origin });
}

/** Ends a following that is still on, without a jump: it gets an end, before which the camera lets go by itself. */
function letGo(at_ms: number, duration_ms: number, origin: Span, ledger: Ledger): void {
  const current = restOf(ledger.current<CameraState['follow']>(FOLLOW, at_ms, null));
  const end = at_ms + Math.max(duration_ms, LET_GO_MS);
  if (!current || (current.duration_ms > 0 && current.start_ms + current.duration_ms <= end)) return;
  // One that begins later, as the main script may when a state is left, does not begin at all.
  const value = current.start_ms < end ? { ...current, duration_ms: end - current.start_ms } : null;
  ledger.begin(FOLLOW, value);
  ledger.write({ at_ms, op: 'replace', path: FOLLOW, value, origin });
}

const between = (from: Vec3, to: Vec3, share: number): Vec3 => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  z: from.z + (to.z - from.z) * share,
});
