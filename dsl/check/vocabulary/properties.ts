import type { Role } from '../names.ts';

/** What can change in time, with `change`, `reveal` and `keyframes`. */
export interface Property {
  /** `share` is 0–1 and may be written in percent; an `angle` is in degrees. */
  readonly type: 'number' | 'share' | 'angle' | 'color' | 'place';
  /** How the model calls it. */
  readonly is: string;
  readonly min: number;
  readonly max: number;
}

const property = (type: Property['type'], is: string, min = 0, max = 1): Property => ({ type, is, min, max });
const FULL_TURNS = 36_000;

const PLACED = {
  position: property('place', 'position'),
  scale: property('number', 'scale', 0.01, 50),
  rotation: property('angle', 'rotation', -FULL_TURNS, FULL_TURNS),
  opacity: property('share', 'opacity'),
};
const PROGRESS = { progress: property('share', 'progress') };

/**
 * By what the thing is. Actors have one more for each colour slot of their kind, materials one for each setting of
 * their recipe: `colors.SLOT` and `uniforms.NAME` in the model.
 */
export const PROPERTIES: Readonly<Partial<Record<Role | 'camera', Readonly<Record<string, Property>>>>> = {
  actor: PLACED,
  group: PLACED,
  picture: PLACED,
  chart: { ...PLACED, ...PROGRESS },
  text: {
    ...PLACED,
    ...PROGRESS,
    value: property('number', 'value', -1e15, 1e15),
    size: property('number', 'size', 4, 1000),
    color: property('color', 'color'),
  },
  drawing: {
    ...PLACED,
    ...PROGRESS,
    fill: property('color', 'fill'),
    stroke: property('color', 'stroke'),
    'stroke-width': property('number', 'stroke_width', 0, 400),
  },
  light: { intensity: property('number', 'intensity', 0, 10), color: property('color', 'color') },
  material: {},
  camera: {
    zoom: property('number', 'zoom', 0.2, 8),
    focus: property('place', 'focus'),
    roll: property('angle', 'roll', -FULL_TURNS, FULL_TURNS),
    angle: property('angle', 'angle', -FULL_TURNS, FULL_TURNS),
  },
};
