import type { Deed, Place, PropertyValue, Vec3 } from '../check/model.ts';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import type { Shift } from './ledger.ts';
import { type Property, propertyOf } from './properties.ts';
import { round3, wholeMs } from './rounding.ts';
import type { Setting } from './setting.ts';
import type { Step } from './steps.ts';
import type { CurveKind } from './timeline.ts';
import { turnFirst } from './turn-first.ts';

type MemberDeed = Exclude<Extract<Deed, { readonly target: string }>, { readonly kind: 'keyframes' }>;

const ORIGIN: Vec3 = { x: 0, y: 0, z: 0 };

/** Writes what happens to one thing; null when it is not there, or has no such property. */
export function changeMember(deed: MemberDeed, step: Step, setting: Setting): readonly Diagnostic[] | null {
  const { at_ms, action } = step;
  const { ledger, cast, model } = setting;
  const { span: origin } = action;
  if (deed.kind === 'animate') return set('animation', { name: deed.animation, start_ms: at_ms });
  if (deed.kind === 'apply') {
    const known = deed.material === null || model.materials.some(({ id }) => id === deed.material);
    if (!known) return [diagnose('dsl/plan-missing-thing', origin, { name: deed.material ?? '' })];
    return set('material', deed.material);
  }
  const piled = (fits: boolean) => (fits ? [] : [diagnose('dsl/plan-motions-piled-up', origin, { name: deed.target })]);
  const property = propertyOf(deed.target, propertyFor(deed), model, cast);
  if (!property) return null;
  const shift = { at_ms, duration_ms: wholeMs(deed.duration_ms), ease: deed.ease, curve: 'line' as const, origin };
  switch (deed.kind) {
    case 'move': {
      const through = deed.through.map(pointFor).filter((point) => point !== null);
      const curve: CurveKind = deed.curve === 'arc' ? { bend: round3(deed.bend) } : deed.curve;
      return through.length === 0 ? null : go({ ...shift, curve, through });
    }
    case 'orbit': {
      const centre = pointFor(deed.around);
      const radius = deed.radius === null ? null : round3(Math.max(0, deed.radius));
      const flatness = round3(Math.min(1, Math.max(0, deed.flatness)));
      return centre && go({ ...shift, curve: { orbit: { radius, flatness, by: round3(deed.by) } }, through: [centre] });
    }
    case 'turn':
      return piled(ledger.change(property.path, { ...shift, through: [round3(deed.by)], relative: true }, 0));
    default:
      return reach(property, deed.to);
  }

  function set(member: 'animation' | 'material', value: unknown): readonly Diagnostic[] | null {
    const path = cast.pathOf(deed.target);
    if (!path?.startsWith('/actors/')) return null;
    ledger.write({ at_ms, op: 'replace', path: `${path}/${member}`, value, origin });
    return [];
  }

  function pointFor(place: Place): Vec3 | null {
    const self = cast.extent(deed.target, at_ms);
    return cast.point(place, self, at_ms, cast.members.get(deed.target)?.group ?? null);
  }

  function go(way: Shift<Vec3>): readonly Diagnostic[] {
    const path = property?.path ?? '';
    const kind = model.actors.find(({ id }) => id === deed.target)?.kind;
    if (kind !== undefined) turnFirst(path, kind, at_ms, origin, ledger);
    return piled(ledger.change(path, way, ORIGIN));
  }

  function reach(to: Property, value: PropertyValue): readonly Diagnostic[] | null {
    if (to.kind === 'number' && typeof value === 'number') {
      const through = [round3(Math.min(to.most, Math.max(to.least, value)))];
      return piled(ledger.change(to.path, { ...shift, through }, to.otherwise));
    }
    if (to.kind === 'color' && typeof value === 'string') {
      return piled(ledger.change(to.path, { ...shift, through: [value] }, to.otherwise ?? value));
    }
    if (to.kind !== 'place' || typeof value !== 'object') return null;
    const point = pointFor(value);
    return point && go({ ...shift, through: [point] });
  }
}

function propertyFor(deed: Exclude<MemberDeed, { readonly kind: 'animate' | 'apply' }>): string {
  switch (deed.kind) {
    case 'move':
    case 'orbit':
      return 'position';
    case 'fade':
      return 'opacity';
    case 'scale':
      return 'scale';
    case 'turn':
      return 'rotation';
    case 'change':
      return deed.property;
  }
}
