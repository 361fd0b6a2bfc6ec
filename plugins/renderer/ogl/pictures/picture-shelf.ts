import { type DecodedImage, MediaFault, MediaShelf, type RendererOptions } from '../../../contract/index.ts';
import type { Model } from './model/model.ts';

/** The images and models that frames have named, fetched once each, whatever becomes of the GPU. */
export class PictureShelf {
  readonly images: MediaShelf<DecodedImage>;
  readonly models: MediaShelf<Model>;

  /** `arrived` is called whenever one has come or failed. */
  constructor({ fetchFile }: Pick<RendererOptions, 'fetchFile'>, arrived: () => void) {
    const fetched =
      fetchFile ??
      (() => Promise.reject(new MediaFault('not-found', 'nothing beside the scene can be read where it is drawn')));
    this.images = new MediaShelf(async (path) => {
      const { loadImage } = await import('./load-image.ts');
      return loadImage(path, fetched);
    }, arrived);
    this.models = new MediaShelf(async (path) => {
      const { loadModel } = await import('./model/load-model.ts');
      return loadModel(path, fetched);
    }, arrived);
  }

  async settle(): Promise<void> {
    await this.images.settle();
    await this.models.settle();
  }
}
