import { ACESFilmicToneMapping, PCFShadowMap, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import {
  GlyphWatch,
  missingGlyphs,
  type Renderer,
  type RendererOptions,
  type RendererStats,
} from '../../contract/index.ts';
import { Curtain } from './curtain.ts';
import { DepthOfField, focusOf } from './depth-of-field.ts';
import { Drawings } from './drawings.ts';
import { FAMILY } from './fonts.ts';
import { ImageLight } from './image-light.ts';
import { Letterer } from './lettering.ts';
import { LightNet } from './light-net.ts';
import { Lights } from './lights.ts';
import { Overlay } from './overlay.ts';
import { Particles } from './particles.ts';
import { Gallery } from './pictures/gallery.ts';
import { PictureShelf } from './pictures/picture-shelf.ts';
import { Behind } from './refraction.ts';
import { Reports } from './reports.ts';
import { ShaderGuard } from './shader-guard.ts';
import { Signs } from './signs.ts';
import { aim, letterbox } from './space.ts';
import { Surroundings } from './surroundings.ts';
import { Troupe } from './troupe.ts';

/** One canvas, one scene. Every `draw` sets all of the scene from the frame before a pixel is drawn. */
export class Picture implements Renderer {
  readonly #gl: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(30, 16 / 9, 0.3, 260);
  readonly #reports = new Reports();
  readonly #glyphs = new GlyphWatch(FAMILY);
  readonly #troupe: Troupe;
  /** What glass bends; null where speed matters more. */
  readonly #behind: Behind | null;
  readonly #particles = new Particles(this.#reports);
  readonly #letterer = new Letterer();
  readonly #signs = new Signs(this.#letterer);
  readonly #overlay = new Overlay(this.#letterer);
  readonly #drawings = new Drawings(this.#letterer);
  readonly #lightNet = new LightNet();
  readonly #curtain = new Curtain();
  readonly #shelf: PictureShelf;
  readonly #gallery: Gallery;
  /** What images and models come for: drawn again with each of them. */
  #latest: Frame | null = null;
  readonly #guard: ShaderGuard;
  readonly #lights: Lights;
  /** Made when a script first asks for it; never where speed matters more. */
  #depthOfField: DepthOfField | null = null;
  readonly #fine: boolean;
  /** Light from all around; null where speed matters more. */
  readonly #imageLight: ImageLight | null;
  readonly #surroundings: Surroundings;
  #size: { width: number; height: number };
  readonly #revive = (): void => this.#imageLight?.forget();

  constructor(canvas: HTMLCanvasElement, options: RendererOptions) {
    const fine = options.quality >= 0.5;
    this.#fine = fine;
    this.#gl = new WebGLRenderer({ canvas, antialias: fine, alpha: false, preserveDrawingBuffer: true });
    this.#gl.toneMapping = ACESFilmicToneMapping;
    this.#gl.shadowMap.enabled = true;
    this.#gl.shadowMap.type = PCFShadowMap;
    this.#gl.autoClear = false;
    this.#gl.info.autoReset = false;
    this.#guard = new ShaderGuard(this.#gl);
    this.#behind = fine ? new Behind() : null;
    this.#troupe = new Troupe(this.#reports, this.#behind);
    this.#lights = new Lights(fine ? 1024 : 512);
    this.#imageLight = fine ? new ImageLight(this.#gl) : null;
    canvas.addEventListener('webglcontextrestored', this.#revive);
    this.#surroundings = new Surroundings(this.#scene, options.quality);
    this.#scene.add(this.#lights.group, this.#troupe.group, this.#particles.group, this.#signs.group);
    this.#shelf = new PictureShelf(options, () => {
      if (this.#latest) this.draw(this.#latest);
    });
    this.#gallery = new Gallery(this.#shelf, this.#reports);
    this.#scene.add(this.#drawings.group, this.#lightNet.group, this.#gallery.group);
    this.#size = { width: options.width, height: options.height };
    this.resize(options.width, options.height);
  }

  draw(frame: Frame): void {
    if (this.#gl.getContext().isContextLost()) return;
    this.#latest = frame;
    this.#imageLight?.update(this.#scene, frame);
    this.#gl.info.reset();
    this.#reports.clear();
    const box = letterbox(frame.stage, this.#size.width, this.#size.height);
    aim(this.#camera, frame);
    this.#surroundings.update(frame, box.scale);
    this.#lights.update(frame);
    this.#troupe.update(frame, this.#gallery.update(frame, this.#scene.environment !== null));
    this.#particles.update(frame);
    this.#drawings.update(frame, this.#camera, box.scale);
    this.#lightNet.update(frame);
    this.#signs.update(frame, this.#camera, box.scale);
    this.#overlay.update(frame, box.scale);

    const curtained = this.#curtain.update(frame);
    this.#paint(box, curtained, frame);
    if (this.#guard.mend(this.#scene, this.#overlay.scene, this.#curtain.scene)) this.#paint(box, curtained, frame);
    this.#guard.report(this.#reports);
    const missing = this.#glyphs.missingIn(frame);
    if (missing.length > 0) this.#reports.add('missing-glyph', missingGlyphs(missing));
  }

  /** Lets the driver prepare what every picture needs, before the first one is asked for. */
  async warm(): Promise<void> {
    await this.#gl.compileAsync(this.#scene, this.#camera);
  }

  #paint(box: ReturnType<typeof letterbox>, curtained: boolean, frame: Frame): void {
    this.#gl.setScissorTest(false);
    this.#gl.setClearColor('#000000', 1);
    this.#gl.clear();
    this.#gl.setViewport(box.x, box.y, box.width, box.height);
    this.#gl.setScissor(box.x, box.y, box.width, box.height);
    this.#gl.setScissorTest(true);
    this.#gl.render(this.#scene, this.#camera);
    const { lens } = frame.camera;
    if (lens && this.#fine) {
      this.#depthOfField ??= new DepthOfField();
      if (this.#behind) this.#behind.paused = true;
      const focus = focusOf(frame, lens, this.#camera);
      this.#depthOfField.apply(this.#gl, this.#scene, this.#camera, focus, lens.blur);
      if (this.#behind) this.#behind.paused = false;
    }
    this.#gl.render(this.#overlay.scene, this.#overlay.camera);
    if (curtained) this.#gl.render(this.#curtain.scene, this.#curtain.camera);
  }

  settle(): Promise<void> {
    return this.#shelf.settle();
  }

  resize(width: number, height: number): void {
    this.#size = { width, height };
    this.#gl.setPixelRatio(1);
    this.#gl.setSize(width, height, false);
  }

  stats(): RendererStats {
    const { render, memory } = this.#gl.info;
    return {
      draw_calls: render.calls,
      triangles: render.triangles,
      textures: memory.textures,
      texture_bytes: this.#gallery.bytes + (this.#depthOfField?.bytes ?? 0),
      warnings: this.#reports.list(),
    };
  }

  dispose(): void {
    this.#latest = null;
    this.#gallery.dispose();
    this.#troupe.dispose();
    this.#particles.dispose();
    this.#drawings.dispose();
    this.#lightNet.dispose();
    this.#curtain.dispose();
    this.#signs.dispose();
    this.#overlay.dispose();
    this.#letterer.dispose();
    this.#surroundings.dispose();
    this.#lights.dispose();
    this.#imageLight?.dispose();
    this.#behind?.dispose();
    this.#depthOfField?.dispose();
    this.#gl.domElement.removeEventListener('webglcontextrestored', this.#revive);
    this.#gl.dispose();
  }
}
