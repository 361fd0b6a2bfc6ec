import {
  ACTOR_KINDS,
  ENVIRONMENTS,
  type Frame,
  type FrameActor,
  type FrameEnvironment,
  type FrameLyrics,
} from '../../../dsl/index.ts';

const STAGE = { width: 1280, height: 720 };

/** An actor at rest; whatever matters to a test is given in `over`. */
export function actorFixture(kind: string, x: number, y: number, over: Partial<FrameActor> = {}): FrameActor {
  const { width, height, colors, animations } = ACTOR_KINDS[kind] ?? {
    width: 180,
    height: 180,
    colors: {},
    animations: ['none'],
  };
  const scale = over.scale ?? 1;
  return {
    role: 'actor',
    id: kind,
    kind,
    label: null,
    x,
    y,
    z: 0,
    scale,
    rotation: 0,
    opacity: 1,
    bounds: { x: x - (width * scale) / 2, y: y - (height * scale) / 2, width: width * scale, height: height * scale },
    origin: 0,
    width,
    height,
    facing: 1,
    colors,
    material: null,
    pose: { animation: animations[0] ?? 'none', clock: 1, vx: 0, vy: 0, travelled: 0, airborne: 0, heading: 1 },
    ...over,
  };
}

export function environmentFixture(preset: string, clock = 2): FrameEnvironment {
  const found = ENVIRONMENTS[preset];
  if (!found) throw new Error(`no environment ${preset}`);
  const angle = (found.key_angle * Math.PI) / 180;
  const { key_angle: _, horizon, ...rest } = found;
  return {
    ...rest,
    preset,
    scenery_from: found.scenery,
    blend: 1,
    sky_luminance: 0.02,
    horizon: horizon * STAGE.height,
    key_direction: { x: Math.cos(angle) * 0.8, y: -Math.sin(angle) * 0.8, z: 0.6 },
    shadow_slope: 0.4,
    shadow: 0.4,
    clock,
  };
}

/** A still frame of a 1280 × 720 stage with the camera at rest. */
export function frameFixture(over: Partial<Frame> = {}): Frame {
  const fov = 35;
  const distance = STAGE.height / 2 / Math.tan((fov * Math.PI) / 360);
  return {
    version: 'frame/1',
    at_ms: 0,
    duration_ms: 8000,
    mode: '3d',
    seed: 7,
    stage: STAGE,
    environment: environmentFixture('night-meadow'),
    camera: {
      x: 640,
      y: 360,
      zoom: 1,
      roll: 0,
      position: { x: 640, y: 360, z: distance },
      target: { x: 640, y: 360, z: 0 },
      fov,
      lens: null,
    },
    lights: [],
    entities: [],
    fx: [],
    lyrics: [],
    words: [],
    caption: null,
    curtain: null,
    ...over,
  };
}

/** The words of the sentence, the first `sung` of them spoken. */
export function lyricsFixture(sung: number): FrameLyrics {
  const widths: readonly (readonly [string, number])[] = [
    ['The', 62], ['cow', 66], ['jumps', 98], ['over', 75], ['the', 54], ['moon', 91],
  ]; // biome-ignore format: a table
  let x = 640 - 255;
  const words = widths.map(([text, width], i) => {
    const word = { text, x, y: 670, width, opacity: 1, sung: i < sung ? 1 : i === sung ? 0.4 : 0, active: i === sung };
    x += width + 12;
    return word;
  });
  const at = words[Math.min(sung, words.length - 1)];
  return {
    id: 'lyrics',
    line: 'line',
    opacity: 1,
    size: 40,
    color: '#f2f4ff',
    highlight: '#fde68a',
    words,
    ball: at ? { x: at.x + at.width / 2, y: 615, radius: 11, squash: 0.2, touching: sung, opacity: 1 } : null,
  };
}

/** Scenario A: the cow stands in the meadow (0), flies over the moon (1) or has landed (2). */
export function nightMeadow(moment: 0 | 1 | 2): Frame {
  const cow = [
    actorFixture('cow', 230, 520),
    actorFixture('cow', 820, 110, {
      pose: { animation: 'idle', clock: 3.1, vx: 420, vy: -120, travelled: 700, airborne: 1, heading: 1 },
    }),
    actorFixture('cow', 1100, 520, {
      pose: { animation: 'idle', clock: 5.2, vx: 0, vy: 0, travelled: 1400, airborne: 0, heading: 1 },
    }),
  ][moment];
  return frameFixture({
    at_ms: moment * 2000,
    environment: environmentFixture('night-meadow', moment * 2),
    lights: [{ id: 'moonlight', x: 860, y: 230, z: 0, color: '#fdf3cf', intensity: 1.4, source: 'moon' }],
    entities: [
      actorFixture('moon', 860, 230, {
        scale: 1.2,
        material: { id: 'silver', recipe: 'rim-glow', uniforms: { strength: 0.6 } },
      }),
      ...(cow ? [cow] : []),
    ],
    lyrics: [lyricsFixture(moment * 2)],
  });
}
