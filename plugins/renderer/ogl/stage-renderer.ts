import type { Frame } from '../../../dsl/index.ts';
import {
  GlyphWatch,
  missingGlyphs,
  type Renderer,
  type RendererOptions,
  type RendererStats,
} from '../../contract/index.ts';
import { Quads } from './gpu/quads.ts';
import { Surface } from './gpu/surface.ts';
import { TextureCache } from './gpu/texture-cache.ts';
import type { Extras } from './layers/extras.ts';
import { FigurePainter, type Figures } from './layers/figures.ts';
import { FAMILY } from './layers/fonts.ts';
import { drawLyrics } from './layers/lyrics.ts';
import { orderOf, type Step } from './layers/order.ts';
import { Paper } from './layers/paper.ts';
import { drawFx } from './layers/particles.ts';
import { drawCastShadow, drawShadow } from './layers/shadow.ts';
import { Sky } from './layers/sky.ts';
import { drawStars } from './layers/stars.ts';
import { grainTile } from './paint/brush.ts';
import type { Picture } from './picture.ts';
import { PictureShelf } from './pictures/picture-shelf.ts';
import { drawScenery, drawSceneryFront, drawScenerySky } from './scenery/sceneries.ts';
import type { Supplies } from './supplies.ts';

/** Enough for a busy stage at twice the size; beyond it the least used drawings are made anew when needed. */
const TEXTURE_BUDGET = 96 * 1024 * 1024;

interface Engine {
  readonly surface: Surface;
  readonly quads: Quads;
  readonly textures: TextureCache;
  readonly sky: Sky;
  readonly paper: Paper;
  readonly painter: FigurePainter;
  extras: Extras | null;
}

function startEngine(canvas: HTMLCanvasElement, width: number, height: number): Engine {
  const surface = new Surface(canvas, width, height);
  return {
    surface,
    quads: new Quads(surface.gl),
    textures: new TextureCache(surface.gl, TEXTURE_BUDGET),
    sky: new Sky(surface),
    paper: new Paper(surface.gl),
    painter: new FigurePainter(surface),
    extras: null,
  };
}

/** Draws frames as a layered illustration: sky, scenery, actors, effects, writing. */
export class StageRenderer implements Renderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #quality: number;
  readonly #grain = grainTile();
  readonly #glyphs = new GlyphWatch(FAMILY);
  readonly #restore: () => void;
  readonly #supplies: Supplies;
  /** Drawn last while something of it was still on its way: to be drawn again when that is there. */
  #unfinished: Frame | null = null;
  #coming: Promise<void> | null = null;
  /** What images and models come for: drawn again with each of them. */
  #latest: Frame | null = null;
  readonly #shelf: PictureShelf;
  #lost: string | null = null;
  #engine: Engine;
  #warnings = new Map<string, string>();

  constructor(canvas: HTMLCanvasElement, options: RendererOptions, supplies: Supplies) {
    this.#supplies = supplies;
    this.#canvas = canvas;
    this.#quality = options.quality;
    this.#shelf = new PictureShelf(options, () => {
      if (this.#latest) this.draw(this.#latest);
    });
    this.#engine = startEngine(canvas, options.width, options.height);
    this.#restore = () => {
      this.#engine = startEngine(canvas, canvas.width, canvas.height);
    };
    canvas.addEventListener('webglcontextlost', keepContext);
    canvas.addEventListener('webglcontextrestored', this.#restore);
  }

  draw(frame: Frame): void {
    const { surface, quads, textures, sky, paper, painter } = this.#engine;
    if (surface.gl.isContextLost()) return;
    this.#latest = frame;
    const warnings = new Map<string, string>();
    const scale = surface.fit(frame.stage);
    quads.begin(surface.width, surface.height);
    const picture: Picture = {
      frame,
      quads,
      textures,
      forms: this.#supplies.forms,
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
    drawScenerySky(picture, this.#supplies.sceneries);
    const order = orderOf(frame, picture.forms);
    for (const step of order.sky) this.#drawStep(picture, figures, step);
    drawScenery(picture, this.#supplies.sceneries);
    paper.draw(picture);
    for (const step of order.scene) this.#drawStep(picture, figures, step);
    drawSceneryFront(picture, this.#supplies.sceneries);
    for (const line of frame.lyrics) drawLyrics(picture, line);
    this.#extras?.drawCurtain(picture);
    quads.play();
    textures.trim();
    if (this.#supplies.wantsExtras(frame) && !this.#extras) {
      warnings.set('what draws charts, drawings, vessels and curtains is still loading', 'still-loading');
    }
    if (this.#supplies.lacksTexts(frame)) warnings.set('what draws texts is still loading', 'still-loading');
    if (this.#lost) warnings.set(this.#lost, 'not-loaded');
    const missing = this.#glyphs.missingIn(frame);
    if (missing.length > 0) warnings.set(missingGlyphs(missing), 'missing-glyph');
    for (const reason of surface.refusals) {
      warnings.set(
        `The graphics driver refused a shader, so its surfaces are drawn plain: ${reason}`,
        'shader-refused',
      );
    }
    this.#warnings = warnings;
    this.#fetchMissing(frame);
  }

  /** Made for this engine when they have come; null before. */
  get #extras(): Extras | null {
    const Made = this.#supplies.extras;
    if (Made) this.#engine.extras ??= new Made(this.#engine.surface, this.#shelf);
    return this.#engine.extras;
  }

  #drawStep(picture: Picture, figures: Figures, step: Step): void {
    const { surface, painter } = this.#engine;
    if (step.kind === 'shadow') {
      const figure = figures.get(step.actor);
      if (figure) drawCastShadow(picture, figure, surface.textureOf('figures'), step.raised);
      drawShadow(picture, step.actor);
    } else if (step.kind === 'fx') drawFx(picture, step.fx);
    else if (step.kind === 'field') this.#extras?.drawField(picture, step.fx);
    else if (step.kind === 'front') this.#extras?.drawFront(picture, step.actor);
    else if (step.entity.role === 'text') this.#supplies.drawText?.(picture, step.entity);
    else if (step.entity.role === 'picture') this.#extras?.drawPicture(picture, step.entity);
    else if (step.entity.role !== 'actor') this.#extras?.drawDrawing(picture, painter, step.entity);
    else {
      const figure = figures.get(step.entity);
      if (figure) painter.draw(picture, figure);
    }
  }

  /** Sends for what the frame shows and is not here yet, and draws it again when that has come. */
  #fetchMissing(frame: Frame): void {
    const coming = this.#lost ? null : this.#supplies.loadMissing(frame);
    this.#unfinished = coming && frame;
    this.#coming = null;
    if (!coming) return;
    this.#coming = coming.then(
      () => {
        if (this.#unfinished === frame) this.draw(frame);
      },
      (cause: unknown) => {
        this.#lost = `a part of the renderer could not be loaded (${String(cause)}); reload the page`;
      },
    );
  }

  /** Parts of the renderer come first: only with them does it know which images and models it needs. */
  async settle(): Promise<void> {
    while (this.#coming) {
      const coming = this.#coming;
      await coming;
      if (this.#coming === coming) this.#coming = null;
    }
    await this.#shelf.settle();
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
      texture_bytes: this.#engine.textures.bytes + (this.#engine.extras?.textureBytes ?? 0),
      warnings: [...this.#warnings].map(([message, code]) => ({ code: `renderer.ogl/${code}`, message })),
    };
  }

  dispose(): void {
    this.#canvas.removeEventListener('webglcontextlost', keepContext);
    this.#canvas.removeEventListener('webglcontextrestored', this.#restore);
    const { surface, quads, textures, sky, paper, painter, extras } = this.#engine;
    this.#unfinished = null;
    this.#latest = null;
    extras?.dispose();
    painter.dispose();
    sky.dispose();
    paper.dispose();
    quads.dispose();
    textures.dispose();
    surface.dispose();
  }
}

/** Without this a browser never gives a lost context back. */
const keepContext = (event: Event): void => event.preventDefault();
