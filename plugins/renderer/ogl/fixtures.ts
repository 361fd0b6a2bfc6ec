import {
  ACTOR_KINDS,
  ENVIRONMENTS,
  type Frame,
  type FrameActor,
  type FrameDrawing,
  type FrameEnvironment,
  type FrameFx,
  type FrameText,
  type Mark,
  type Pose,
} from '../../../dsl/index.ts';

/** Frames written by hand, for tests that are about the drawing alone. */
const STAGE = { width: 1280, height: 720 } as const;

const placed = { z: 0, scale: 1, rotation: 0, opacity: 1, origin: 0, bounds: { x: 0, y: 0, width: 1, height: 1 } };

const RESTING: Pose = { animation: 'idle', clock: 1.3, vx: 0, vy: 0, travelled: 0, airborne: 0, heading: 1 };

export function actorAt(
  kind: string,
  x: number,
  y: number,
  more: Partial<Omit<FrameActor, 'pose'>> & { readonly pose?: Partial<Pose> } = {},
): FrameActor {
  const { width, height, colors, animations } = ACTOR_KINDS[kind] ?? {
    width: 100,
    height: 100,
    colors: {},
    animations: [],
  };
  const { pose, ...others } = more;
  return {
    ...placed,
    role: 'actor',
    id: `${kind} ${x} ${y}`,
    kind,
    label: null,
    x,
    y,
    width,
    height,
    facing: 1,
    colors,
    material: null,
    ...others,
    pose: { ...RESTING, animation: animations[0] ?? 'none', ...pose },
  };
}

export const textAt = (x: number, y: number, lines: FrameText['lines'], more: Partial<FrameText> = {}): FrameText => ({
  ...placed,
  role: 'text',
  kind: 'text',
  id: `text ${x} ${y}`,
  text: lines.map(({ text }) => text).join('\n'),
  x,
  y,
  lines,
  background: null,
  size: 40,
  color: '#ffffff',
  weight: 700,
  align: 'center',
  ...more,
});

export const drawingAt = (
  x: number,
  y: number,
  marks: readonly Mark[],
  more: Partial<FrameDrawing> = {},
): FrameDrawing => ({
  ...placed,
  role: 'drawing',
  kind: 'path',
  id: `drawing ${x} ${y}`,
  x,
  y,
  width: 200,
  height: 200,
  progress: 1,
  marks,
  ...more,
});

export const shape = (points: readonly number[], more: Partial<Extract<Mark, { kind: 'shape' }>>): Mark => ({
  kind: 'shape',
  points,
  closed: true,
  fill: null,
  stroke: null,
  stroke_width: 0,
  opacity: 1,
  depth: 0,
  z: 0,
  ...more,
});

export const label = (
  text: string,
  x: number,
  y: number,
  more: Partial<Extract<Mark, { kind: 'label' }>> = {},
): Mark => ({
  kind: 'label',
  text,
  x,
  y,
  width: text.length * 10,
  size: 20,
  weight: 700,
  align: 'center',
  color: '#ffffff',
  opacity: 1,
  rotation: 0,
  z: 0,
  ...more,
});

export const fieldAt = (kind: string, x: number, y: number, width: number, height: number, phase = 2): FrameFx => ({
  id: kind,
  kind,
  particles: [],
  field: { x, y, z: 0, width, height, strength: 0.6, scale: 1, phase, color: '#fff7d6' },
});

/** A preset at rest, or on its way from `from`. */
export function environmentOf(name: string, clock = 2): FrameEnvironment {
  const preset = ENVIRONMENTS[name];
  if (!preset) throw new Error(`there is no environment “${name}”`);
  const angle = (preset.key_angle * Math.PI) / 180;
  const { horizon, key_angle: _, ...same } = preset;
  const low = Math.max(0.2, Math.sin(angle));
  return {
    ...same,
    preset: name,
    scenery_from: preset.scenery,
    blend: 1,
    sky_luminance: preset.stars > 0.5 ? 0.02 : 0.5,
    horizon: horizon * STAGE.height,
    key_direction: { x: Math.cos(angle) * 0.857, y: -Math.sin(angle) * 0.857, z: 0.514 },
    shadow_slope: -Math.cos(angle) / low,
    shadow: 0.4,
    clock,
  };
}

export const frameOf = (environment: string, entities: Frame['entities'], more: Partial<Frame> = {}): Frame => ({
  version: 'frame/1',
  at_ms: 0,
  duration_ms: 1000,
  mode: '2d',
  seed: 1,
  stage: STAGE,
  environment: environmentOf(environment),
  camera: {
    x: 640,
    y: 360,
    zoom: 1,
    roll: 0,
    position: { x: 640, y: 360, z: 1000 },
    target: { x: 640, y: 360, z: 0 },
    fov: 40,
    lens: null,
  },
  lights: [],
  entities,
  fx: [],
  lyrics: [],
  words: [],
  caption: null,
  curtain: null,
  ...more,
});
