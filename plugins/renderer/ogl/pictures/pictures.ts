import type { FramePicture } from '../../../../dsl/index.ts';
import { MEDIA_LIMITS, type MediaFault } from '../../../contract/index.ts';
import type { Surface } from '../gpu/surface.ts';
import type { Picture } from '../picture.ts';
import { drawImage } from './draw-image.ts';
import { drawModel } from './draw-model.ts';
import { ModelPass } from './model-pass.ts';
import { drawPictureCard } from './picture-card.ts';
import type { PictureShelf } from './picture-shelf.ts';

/** Draws images and models; what of them cannot be shown becomes a card and a warning. */
export class Pictures {
  readonly #surface: Surface;
  readonly #shelf: PictureShelf;
  /** Texture memory of the images that this picture has shown so far. */
  #spent: { readonly picture: Picture | null; bytes: number } = { picture: null, bytes: 0 };
  #models: ModelPass | null = null;

  constructor(surface: Surface, shelf: PictureShelf) {
    this.#surface = surface;
    this.#shelf = shelf;
  }

  draw(picture: Picture, entity: FramePicture): void {
    const { source, kind } = entity;
    // Fetched before it is seen, so that it is there when it appears.
    const held = kind === 'image' ? this.#shelf.images.get(source) : this.#shelf.models.get(source);
    if (entity.opacity <= 0 || entity.scale <= 0) return;
    if (held.state === 'coming')
      picture.warn('still-loading', `“${source}” is still loading; it is left out until then`);
    else if (held.state === 'failed') this.#refuse(picture, entity, held.fault);
    else if ('bitmap' in held.value) {
      const { width, height } = held.value.bitmap;
      if (this.#affords(picture, (width * height * 16) / 3)) drawImage(picture, entity, held.value);
      else {
        picture.warn(
          'texture-memory',
          `“${source}” is shown as a card: its frame shows more images than fit in memory`,
        );
        drawPictureCard(picture, entity);
      }
    } else {
      this.#models ??= new ModelPass(this.#surface.gl);
      drawModel(picture, this.#surface, this.#models, entity, held.value);
    }
  }

  /** Of models; images are counted where all textures are. */
  get textureBytes(): number {
    return this.#models?.bytes ?? 0;
  }

  #refuse(picture: Picture, entity: FramePicture, fault: MediaFault): void {
    const message = `${entity.kind} “${entity.source}” is shown as a card with its name: ${fault.message}`;
    picture.warn(`picture-${fault.code}`, message);
    drawPictureCard(picture, entity);
  }

  #affords(picture: Picture, bytes: number): boolean {
    if (this.#spent.picture !== picture) this.#spent = { picture, bytes: 0 };
    if (this.#spent.bytes + bytes > MEDIA_LIMITS.textureBytes) return false;
    this.#spent.bytes += bytes;
    return true;
  }

  dispose(): void {
    this.#models?.dispose();
  }
}
