import type { Frame } from '../../../dsl/index.ts';
import type { Renderer, RendererOptions, RendererStats } from '../../contract/index.ts';
import { Quads } from './gpu/quads.ts';
import { Surface } from './gpu/surface.ts';
import { TextureCache } from './gpu/texture-cache.ts';
import { FigurePainter } from './layers/figures.ts';
import { drawLyrics } from './layers/lyrics.ts';
import { drawFx } from './layers/particles.ts';
import { drawShadow } from './layers/shadow.ts';
import { Sky } from './layers/sky.ts';
import { drawStars } from './layers/stars.ts';
import { drawText } from './layers/texts.ts';
import { grainTile } from './paint/brush.ts';
import type { Picture } from './picture.ts';
import { drawScenery, drawSceneryFront } from './scenery/sceneries.ts';

/** Enough for a busy stage at twice the size; beyond it the least used drawings are made anew when needed. */
const TEXTURE_BUDGET = 96 * 1024 * 1024;

interface Engine {
  readonly surface: Surface;
  readonly quads: Quads;
  readonly textures: TextureCache;
  readonly sky: Sky;
  readonly painter: FigurePainter;
}

function startEngine(canvas: HTMLCanvasElement, width: number, height: number): Engine {
  const surface = new Surface(canvas, width, height);
  return {
    surface,
    quads: new Quads(surface.gl),
    textures: new TextureCache(surface.gl, TEXTURE_BUDGET),
    sky: new Sky(surface),
    painter: new FigurePainter(surface),
  };
}

/** Draws frames as a layered illustration: sky, scenery, actors, effects, writing. */
export class StageRenderer implements Renderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #quality: number;
  readonly #grain = grainTile();
  readonly #restore: () => void;
  #engine: Engine;
  #warnings = new Map<string, string>();

  constructor(canvas: HTMLCanvasElement, options: RendererOptions) {
    this.#canvas = canvas;
    this.#quality = options.quality;
    this.#engine = startEngine(canvas, options.width, options.height);
    this.#restore = () => {
      this.#engine = startEngine(canvas, canvas.width, canvas.height);
    };
    canvas.addEventListener('webglcontextlost', keepContext);
    canvas.addEventListener('webglcontextrestored', this.#restore);
  }

  draw(frame: Frame): void {
    const { surface, quads, textures, sky, painter } = this.#engine;
    if (surface.gl.isContextLost()) return;
    const warnings = new Map<string, string>();
    const scale = surface.fit(frame.stage);
    quads.begin(surface.width, surface.height);
    const picture: Picture = {
      frame,
      quads,
      textures,
      grain: this.#grain,
      width: surface.width,
      height: surface.height,
      scale,
      quality: this.#quality,
      warn: (code, message) => warnings.set(message, code),
    };
    const actors = frame.entities.filter((entity) => entity.role === 'actor');
    const figures = painter.compose(picture, actors);
    sky.draw(picture);
    drawStars(picture);
    drawScenery(picture);
    for (const actor of actors) drawShadow(picture, actor);
    for (const entity of frame.entities) {
      const figure = entity.role === 'actor' ? figures.get(entity) : undefined;
      if (figure) painter.draw(picture, figure);
      if (entity.role === 'text') drawText(picture, entity);
    }
    for (const fx of frame.fx) drawFx(picture, fx);
    drawSceneryFront(picture);
    for (const line of frame.lyrics) drawLyrics(picture, line);
    quads.play();
    textures.trim();
    this.#warnings = warnings;
  }

  resize(width: number, height: number): void {
    if (this.#engine.surface.gl.isContextLost()) return;
    this.#engine.surface.resize(width, height);
  }

  stats(): RendererStats {
    return {
      draw_calls: this.#engine.quads.drawCalls,
      triangles: this.#engine.quads.triangles,
      textures: this.#engine.textures.count,
      warnings: [...this.#warnings].map(([message, code]) => ({ code: `renderer.ogl/${code}`, message })),
    };
  }

  dispose(): void {
    this.#canvas.removeEventListener('webglcontextlost', keepContext);
    this.#canvas.removeEventListener('webglcontextrestored', this.#restore);
    const { surface, quads, textures, sky, painter } = this.#engine;
    painter.dispose();
    sky.dispose();
    quads.dispose();
    textures.dispose();
    surface.dispose();
  }
}

/** Without this a browser never gives a lost context back. */
const keepContext = (event: Event): void => event.preventDefault();
