import { Color, DirectionalLight, Group, HemisphereLight, PointLight, Vector3 } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { presence } from './land.ts';
import { placeLight } from './placement.ts';
import { lieOfTheLand, PIXELS_PER_UNIT, restDistance, toWorld } from './space.ts';

/** Lambert's reflection divides by π; with this an intensity of 1 shows a white surface white. */
const FULL = Math.PI;
const LAMPS = 4;

/**
 * The lights of a frame: the sky around, a key light that casts the shadow, and the lamps of the frame close to where
 * they hang. While a thing of the frame shines, the shadow falls away from the first one.
 */
export class Lights {
  readonly group = new Group();
  readonly #around = new HemisphereLight();
  readonly #key = new DirectionalLight();
  readonly #lamps = Array.from({ length: LAMPS }, () => new PointLight('#ffffff', 0, 0, 1.6));
  readonly #point = new Vector3();

  constructor(shadowSize: number) {
    const { shadow } = this.#key;
    this.#key.castShadow = shadowSize > 0;
    shadow.mapSize.set(shadowSize || 1, shadowSize || 1);
    Object.assign(shadow.camera, { left: -9, right: 9, top: 6, bottom: -6, near: 1, far: 45 });
    shadow.bias = -0.0012;
    shadow.normalBias = 0.03;
    shadow.radius = shadowSize > 512 ? 5 : 3;
    this.group.add(this.#around, this.#key, this.#key.target, ...this.#lamps);
  }

  update(frame: Frame): void {
    const { environment, lights } = frame;
    this.#around.color.set(environment.ambient_color);
    this.#around.groundColor.set(environment.ground_near).lerp(new Color(environment.ambient_color), 0.25);
    // The stronger all lights together, the smaller the aperture: day keeps its colours, night keeps its forms.
    // A room is darker than the day outside: what the window lights then stands out.
    const outside = 1 - presence(environment, 'room') - presence(environment, 'studio');
    // Around noon grass and walls would lose their colours to the sky that is mirrored in them.
    const glare = Math.max(0, outside) * Math.min(1, Math.max(0, environment.key - 0.9) * 2);
    const shade = 1 - 0.36 * presence(environment, 'room') - 0.26 * glare;
    const aperture = (1.5 / (0.6 + environment.ambient + environment.key)) * FULL * shade;
    this.#around.intensity = (environment.ambient + 0.06) * aperture;

    const { level } = lieOfTheLand(frame);
    const focus = this.#key.target.position.set(0, level + 1, 0);
    const first = firstSource(frame);
    const key = environment.key_direction;
    if (first && keySource(frame, this.#point)) {
      this.#key.color.set(first.color).lerp(new Color(environment.key_color), 0.35);
      this.#key.intensity = (environment.key + first.intensity * 0.55) * aperture;
      this.#point.sub(focus).normalize();
    } else {
      this.#key.color.set(environment.key_color);
      this.#key.intensity = environment.key * aperture;
      this.#point.set(key.x, -key.y, Math.max(0.35, key.z)).normalize();
    }
    this.#fit(frame, focus);
    this.#key.position.copy(focus).addScaledVector(this.#point, 20);

    for (const [i, lamp] of this.#lamps.entries()) {
      const light = lights[i];
      lamp.visible = light !== undefined;
      if (!light) continue;
      lamp.intensity = light.intensity * 4.5;
      lamp.color.set(light.color);
      lamp.position.copy(placeLight(frame, light));
    }
  }

  /** The nearer the camera goes, the finer the shadows of what it shows. */
  #fit({ camera, stage }: Frame, focus: Vector3): void {
    const far = Math.hypot(...(['x', 'y', 'z'] as const).map((axis) => camera.position[axis] - camera.target[axis]));
    const rest = restDistance(stage, camera.fov) * PIXELS_PER_UNIT;
    const share = Math.min(1, Math.max(0.45, far / rest));
    const shown = toWorld(stage, camera.target, new Vector3());
    focus.x = shown.x * (1 - share);
    focus.z = Math.min(0, shown.z) * (1 - share);
    Object.assign(this.#key.shadow.camera, { left: -9 * share, right: 9 * share, top: 6 * share, bottom: -6 * share });
    this.#key.shadow.camera.updateProjectionMatrix();
  }

  dispose(): void {
    this.#key.dispose();
    this.#around.dispose();
    for (const lamp of this.#lamps) lamp.dispose();
  }
}

const firstSource = ({ lights }: Frame): Frame['lights'][number] | undefined =>
  lights.find((light) => light.source !== null);

/** From where the light comes that casts the shadows, if a thing of the frame shines. */
export function keySource(frame: Frame, out: Vector3): Vector3 | null {
  const first = firstSource(frame);
  if (!first) return null;
  // A body in the plane of the stage would light everything edge-on, so its light comes from a step before it.
  toWorld(frame.stage, first, out);
  return out.setZ(out.z + 1.7);
}
