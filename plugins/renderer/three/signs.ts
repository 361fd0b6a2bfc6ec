import { Group, type PerspectiveCamera, type Texture } from 'three';
import type { Frame, FrameText } from '../../../dsl/index.ts';
import { Decals } from './decals.ts';
import type { Letterer } from './lettering.ts';
import { PIXELS_PER_UNIT, toWorld } from './space.ts';

/**
 * The texts of a frame: they hang in the world, face the viewer, and stay readable over whatever is before them, unless
 * they hang behind the plane of the stage.
 */
export class Signs {
  readonly group = new Group();
  readonly #decals = new Decals();
  readonly #letterer: Letterer;

  constructor(letterer: Letterer) {
    this.#letterer = letterer;
    this.group.add(this.#decals.group);
  }

  update(frame: Frame, camera: PerspectiveCamera, density: number): void {
    this.#decals.clear();
    for (const entity of frame.entities) {
      if (entity.role === 'text' && entity.opacity > 0 && entity.lines.length > 0)
        this.#hang(frame, entity, camera, density);
    }
  }

  #hang(frame: Frame, text: FrameText, camera: PerspectiveCamera, density: number): void {
    const { size, weight, color, background } = text;
    // Sharp at the size it has in the picture, in steps, so that a growing text does not need a texture for each frame.
    const steps = Math.min(4, Math.max(1, 2 ** Math.ceil(Math.log2(Math.max(1, text.scale)) - 0.05)));
    const unit = text.scale / PIXELS_PER_UNIT;
    const hang = (texture: Texture) => {
      const decal = this.#decals.take(texture, text.opacity);
      toWorld(frame.stage, text, decal.position);
      decal.quaternion.copy(camera.quaternion);
      // The camera's own roll is taken back, so that the text leans as the world does.
      decal.rotateZ(((frame.camera.roll - text.rotation) * Math.PI) / 180);
      // What a script puts behind the stage's plane is covered by what stands before it.
      decal.material.depthTest = text.z < 0;
      return decal;
    };
    const widest = Math.max(0, ...text.lines.map(({ width }) => width));
    const shift = text.align === 'left' ? 0.5 : text.align === 'right' ? -0.5 : 0;
    if (background) {
      const plate = hang(this.#letterer.plate(background.color, background.width, background.height, density * steps));
      plate.scale.set(background.width * unit, background.height * unit, 1);
      plate.translateX(shift * widest * unit);
    }
    const style = { size, weight, color, outline: background ? null : shade(color), density: density * steps };
    for (const line of text.lines) {
      if (line.text === '') continue;
      const written = this.#letterer.write(line.text, style);
      const decal = hang(written.texture);
      decal.scale.set(written.width * unit, written.height * unit, 1);
      decal.translateX(shift * written.advance * unit);
      // The texture's middle lies above the middle of the line by what the margins differ.
      decal.translateY((written.baseline - written.height / 2 - size * 0.35 - line.y) * unit);
    }
  }

  dispose(): void {
    this.#decals.dispose();
  }
}

/** How light a colour looks, 0–1, by the weights of ITU-R BT.601. */
export function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0.299 * ((value >> 16) & 255) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255;
}

/** A faint outline that parts the letters from what is behind: dark around light text, light around dark. */
export const shade = (color: string): string =>
  luminance(color) > 0.45 ? 'rgba(6, 9, 30, 0.55)' : 'rgba(255, 255, 255, 0.55)';
