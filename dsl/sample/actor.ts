import { actorKind } from '../check/vocabulary/actor-kinds.ts';
import { type Reference, STAGE } from '../plan/reference.ts';
import type { ActorState } from '../plan/timeline.ts';
import type { EntityTrack, View } from './entity-track.ts';
import type { FrameActor, FrameMaterial } from './frame.ts';
import { unit } from './lying.ts';
import { bearingOf } from './pose.ts';
import { colourTrack, numberTrack, pathTrack, type Track } from './track.ts';

const ZERO = { x: 0, y: 0, z: 0 };
const UNKNOWN = { width: 100, height: 100, colors: {} };

/** Makes one state of an actor ready to be asked. While nothing about it changes it hands out the same frame again. */
export function actorTrack(id: string, origin: number, state: ActorState): EntityTrack {
  const kind = actorKind(state.kind);
  const { width, height } = kind ?? UNKNOWN;
  const colors = colorsTrack({ ...(kind ?? UNKNOWN).colors, ...state.colors });
  const position = pathTrack(state.position);
  const scale = numberTrack(state.scale);
  const rotation = numberTrack(state.rotation);
  const opacity = numberTrack(state.opacity);
  const bearing = bearingOf(state, kind, position);
  const rest_ms = Math.max(scale.end_ms, rotation.end_ms, opacity.end_ms, colors.end_ms, bearing.rest_ms);
  // Most of what moves only goes somewhere: its other properties need not be asked in every frame.
  const calm_ms = Math.max(scale.end_ms, rotation.end_ms, opacity.end_ms, colors.end_ms, 0);
  const calm = {
    size: Math.max(0, scale.at(calm_ms)),
    turned: rotation.at(calm_ms),
    shown: unit(opacity.at(calm_ms)),
    colors: colors.at(calm_ms),
  };
  // Plain numbers, taken out of their objects once: this is the innermost loop of playing.
  const straight = position.curve?.straight === true && position.before === null;
  const { x: fromX, y: fromY, z: fromZ } = position.curve?.first ?? ZERO;
  const { x: toX, y: toY, z: toZ } = position.curve?.last ?? ZERO;
  const { size: calmSize, turned: calmTurned, shown: calmShown, colors: calmColors } = calm;
  const { kind: kindName, label } = state;
  const { swims } = bearing;
  const { own_ms, end_ms, ease } = position;
  const duration = end_ms - own_ms;
  const still = state.animation.name === 'none';
  let last: FrameActor | null = null;
  let lastView: View | null = null;
  let lastGroup: Reference = STAGE;

  return {
    frameAt(ms, view, group, material: FrameMaterial | null) {
      const resting = still && ms > rest_ms;
      if (resting && last && lastView === view && lastGroup === group && last.material === material) return last;
      const progress = ms >= end_ms ? 1 : ms <= own_ms ? 0 : ease((ms - own_ms) / duration);
      let x: number;
      let y: number;
      let z: number;
      if (straight) {
        x = fromX + (toX - fromX) * progress;
        y = fromY + (toY - fromY) * progress;
        z = fromZ + (toZ - fromZ) * progress;
      } else ({ x, y, z } = position.at(ms));
      const pose = bearing.pose(ms, progress, y, group);
      const quiet = ms >= calm_ms;
      let size = quiet ? calmSize : Math.max(0, scale.at(ms));
      let turned = quiet ? calmTurned : rotation.at(ms);
      let shown = quiet ? calmShown : unit(opacity.at(ms));
      if (swims) turned += bearing.slope(ms);
      if (group !== STAGE) {
        const across = group.a * x - group.b * y + group.dx;
        y = group.b * x + group.a * y + group.dy;
        x = across;
        z = group.scale * z + group.dz;
        size *= group.scale;
        turned += group.rotation;
        shown *= group.opacity;
      }
      const frame: FrameActor = {
        role: 'actor',
        id,
        kind: kindName,
        label,
        x,
        y,
        z,
        scale: size,
        rotation: turned,
        opacity: shown,
        width,
        height,
        bounds: view.bounds(x, y, z, width * size, height * size, turned),
        facing: pose.heading < 0 ? -1 : 1,
        colors: quiet ? calmColors : colors.at(ms),
        material,
        pose,
        origin,
      };
      if (resting) {
        last = frame;
        lastView = view;
        lastGroup = group;
      }
      return frame;
    },
    landmarkAt(ms, group = STAGE) {
      const { x, y, z } = position.at(ms);
      const size = Math.max(0, scale.at(ms)) * group.scale;
      return {
        position: {
          x: group.a * x - group.b * y + group.dx,
          y: group.b * x + group.a * y + group.dy,
          z: group.scale * z + group.dz,
        },
        width: width * size,
        height: height * size,
        rotation: rotation.at(ms) + bearing.slope(ms) + group.rotation,
        facing: bearing.heading(ms),
      };
    },
  };
}

/** All colours of a thing together: the same object for as long as none of them changes. */
function colorsTrack(colors: ActorState['colors']): Track<Readonly<Record<string, string>>> {
  const tracks = Object.entries(colors).map(([slot, value]) => [slot, colourTrack(value)] as const);
  const end_ms = tracks.reduce((latest, [, track]) => Math.max(latest, track.end_ms), Number.NEGATIVE_INFINITY);
  const at = (ms: number) => Object.fromEntries(tracks.map(([slot, track]) => [slot, track.at(ms)]));
  const settled = at(Math.max(0, end_ms));
  return { start_ms: Number.NEGATIVE_INFINITY, end_ms, at: (ms) => (ms >= end_ms ? settled : at(ms)) };
}
