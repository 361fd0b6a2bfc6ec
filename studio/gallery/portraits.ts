import type { Mode } from '../../dsl/index.ts';
import type { Renderer } from '../../plugins/contract/index.ts';
import { chooseRenderer, type ShelfEntry } from '../stage/renderer-shelf.ts';
import type { ActorScene } from './actor-scene.ts';

export const PORTRAIT = { width: 320, height: 240 } as const;

/** Draws many small pictures with one renderer: each is drawn on one hidden canvas and copied to where it is shown. */
export class Portraits {
  readonly #canvas: HTMLCanvasElement;
  readonly #renderer: Renderer;

  private constructor(canvas: HTMLCanvasElement, renderer: Renderer) {
    this.#canvas = canvas;
    this.#renderer = renderer;
  }

  /** The renderer of that reading which draws every actor. */
  static async open(shelf: readonly ShelfEntry[], mode: Mode): Promise<Portraits> {
    const plugin = await chooseRenderer(shelf, { mode, needs: ['actor:*'] }).load();
    const canvas = document.createElement('canvas');
    canvas.width = PORTRAIT.width;
    canvas.height = PORTRAIT.height;
    return new Portraits(canvas, await plugin.create(canvas, { ...PORTRAIT, quality: 0.6 }));
  }

  draw({ sampler }: ActorScene, seconds: number, to: HTMLCanvasElement): void {
    this.#renderer.draw(sampler.frameAt(Math.round(seconds * 1000)));
    to.getContext('2d')?.drawImage(this.#canvas, 0, 0);
  }

  close(): void {
    this.#renderer.dispose();
  }
}
