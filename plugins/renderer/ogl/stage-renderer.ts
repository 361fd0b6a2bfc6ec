import type { Frame, FrameDrawing } from '../../../dsl/index.ts';
import type { Renderer, RendererOptions, RendererStats } from '../../contract/index.ts';
import type { Forms } from './actors/forms.ts';
import { Quads } from './gpu/quads.ts';
import { Surface } from './gpu/surface.ts';
import { TextureCache } from './gpu/texture-cache.ts';
import { CurtainPass } from './layers/curtain.ts';
import { drawMarks } from './layers/drawings.ts';
import { FigurePainter, type Figures } from './layers/figures.ts';
import { LightFields } from './layers/light-fields.ts';
import { drawLyrics } from './layers/lyrics.ts';
import { orderOf, type Step } from './layers/order.ts';
import { drawFx } from './layers/particles.ts';
import { drawPictureCard } from './layers/picture-card.ts';
import { drawCastShadow, drawShadow } from './layers/shadow.ts';
import { Sky } from './layers/sky.ts';
import { drawStars } from './layers/stars.ts';
import { drawText } from './layers/texts.ts';
import { Vessels } from './layers/vessels.ts';
import { Outlines } from './marks/outlines.ts';
import { grainTile } from './paint/brush.ts';
import type { Picture } from './picture.ts';
import { drawScenery, drawSceneryFront, type Sceneries } from './scenery/sceneries.ts';

/** Enough for a busy stage at twice the size; beyond it the least used drawings are made anew when needed. */
const TEXTURE_BUDGET = 96 * 1024 * 1024;

interface Engine {
  readonly surface: Surface;
  readonly quads: Quads;
  readonly textures: TextureCache;
  readonly sky: Sky;
  readonly painter: FigurePainter;
  readonly vessels: Vessels;
  readonly fields: LightFields;
  readonly curtain: CurtainPass;
}

function startEngine(canvas: HTMLCanvasElement, width: number, height: number): Engine {
  const surface = new Surface(canvas, width, height);
  return {
    surface,
    quads: new Quads(surface.gl),
    textures: new TextureCache(surface.gl, TEXTURE_BUDGET),
    sky: new Sky(surface),
    painter: new FigurePainter(surface),
    vessels: new Vessels(surface),
    fields: new LightFields(surface.gl),
    curtain: new CurtainPass(surface.gl),
  };
}

/** What comes over the network in parcels. */
export interface Store {
  readonly forms: Forms;
  readonly sceneries: Sceneries;
}

/** Draws frames as a layered illustration: sky, scenery, actors, effects, writing. */
export class StageRenderer implements Renderer {
  readonly #canvas: HTMLCanvasElement;
  readonly #quality: number;
  readonly #grain = grainTile();
  readonly #restore: () => void;
  readonly #store: Store;
  readonly #outlines = new Outlines();
  /** Drawn last while something of it was still on its way: to be drawn again when that is there. */
  #unfinished: Frame | null = null;
  #lost: string | null = null;
  #engine: Engine;
  #warnings = new Map<string, string>();

  constructor(canvas: HTMLCanvasElement, options: RendererOptions, store: Store) {
    this.#store = store;
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
    const { surface, quads, textures, sky, painter, curtain } = this.#engine;
    if (surface.gl.isContextLost()) return;
    const warnings = new Map<string, string>();
    const scale = surface.fit(frame.stage);
    quads.begin(surface.width, surface.height);
    const picture: Picture = {
      frame,
      quads,
      textures,
      outlines: this.#outlines,
      ...this.#store,
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
    const order = orderOf(frame, picture.forms);
    for (const step of order.sky) this.#drawStep(picture, figures, step);
    drawScenery(picture);
    for (const step of order.scene) this.#drawStep(picture, figures, step);
    drawSceneryFront(picture);
    for (const line of frame.lyrics) drawLyrics(picture, line);
    curtain.draw(picture);
    quads.play();
    textures.trim();
    if (this.#lost) warnings.set(this.#lost, 'not-loaded');
    this.#warnings = warnings;
    this.#fetchMissing(frame);
  }

  #drawStep(picture: Picture, figures: Figures, step: Step): void {
    const { surface, painter, vessels, fields } = this.#engine;
    if (step.kind === 'shadow') {
      const figure = figures.get(step.actor);
      if (figure) drawCastShadow(picture, figure, surface.textureOf('figures'));
      drawShadow(picture, step.actor);
    } else if (step.kind === 'field') fields.draw(picture, step.fx);
    else if (step.kind === 'fx') drawFx(picture, step.fx);
    else if (step.kind === 'front') vessels.drawFront(picture, step.actor);
    else if (step.entity.role === 'actor') {
      const figure = figures.get(step.entity);
      if (figure) painter.draw(picture, figure);
    } else if (step.entity.role === 'text') drawText(picture, step.entity);
    else if (step.entity.role === 'picture') drawPictureCard(picture, step.entity);
    else this.#drawDrawing(picture, step.entity);
  }

  /** One that fades does so as a whole: its marks do not show through each other. */
  #drawDrawing(picture: Picture, drawing: FrameDrawing): void {
    if (drawing.opacity <= 0 || drawing.scale <= 0) return;
    if (drawing.opacity >= 1) drawMarks(picture, drawing, 1);
    else this.#engine.painter.drawTogether(picture, drawing.opacity, () => drawMarks(picture, drawing, 1));
  }

  /** Sends for what the frame shows and is not here yet, and draws it again when that has come. */
  #fetchMissing(frame: Frame): void {
    const { forms, sceneries } = this.#store;
    const kinds = new Set(frame.entities.flatMap(({ role, kind }) => (role === 'actor' ? [kind] : [])));
    const places = new Set([frame.environment.scenery, frame.environment.scenery_from]);
    const lacks = (parcels: Forms | Sceneries, names: ReadonlySet<string>): boolean =>
      [...names].some((name) => parcels.knows(name) && !parcels.get(name));
    this.#unfinished = lacks(forms, kinds) || lacks(sceneries, places) ? frame : null;
    if (!this.#unfinished || this.#lost) return;
    Promise.all([forms.load((name) => kinds.has(name)), sceneries.load((name) => places.has(name))]).then(
      () => {
        if (this.#unfinished === frame) this.draw(frame);
      },
      (cause: unknown) => {
        this.#lost = `a part of the renderer could not be loaded (${String(cause)}); reload the page`;
      },
    );
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
    const { surface, quads, textures, sky, painter, vessels, fields, curtain } = this.#engine;
    this.#unfinished = null;
    for (const each of [painter, vessels, fields, curtain]) each.dispose();
    sky.dispose();
    quads.dispose();
    textures.dispose();
    surface.dispose();
  }
}

/** Without this a browser never gives a lost context back. */
const keepContext = (event: Event): void => event.preventDefault();
