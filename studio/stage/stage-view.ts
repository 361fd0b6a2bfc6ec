import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Frame, Mode, Timeline } from '../../dsl/index.ts';
import type { Renderer, RendererOptions } from '../../plugins/contract/index.ts';
import { FrameBudget } from './frame-budget.ts';
import { chooseRenderer, type ShelfEntry, unmetNeeds } from './renderer-shelf.ts';

interface Mounted {
  readonly id: string;
  readonly mode: Mode;
  readonly canvas: HTMLCanvasElement;
  readonly renderer: Renderer;
}

/** Told of every picture right after it was drawn. */
export type DrawListener = (frame: Frame) => void;

/** Device pixels on the longer side beyond which more costs time and shows nothing. */
const LARGEST_SIDE = 2560;

/** Holds the canvas of the current renderer in a box of the page, fits it, and draws frames into it. */
export class StageView {
  private readonly box: HTMLElement;
  private readonly quality: number;
  private readonly fetchFile: NonNullable<RendererOptions['fetchFile']>;
  /** The renderer has shown files that are others now. */
  private outdated = false;
  private readonly shelf: ShelfEntry[];
  private readonly listeners = new Set<DrawListener>();
  private readonly unmetSignal = signal<readonly string[]>([]);
  private mounted: Mounted | null = null;
  private coming: { readonly mode: Mode; readonly ready: Promise<void> } | null = null;
  private budget = new FrameBudget();
  private size = { width: 0, height: 0 };
  private stage = { width: 1280, height: 720 };
  private lastDraw_ms = 0;
  private latest: Frame | null = null;

  /** `quality` 0 to 1 and `fetchFile` as renderers understand them. */
  constructor(
    box: HTMLElement,
    shelf: readonly ShelfEntry[],
    quality: number,
    fetchFile: NonNullable<RendererOptions['fetchFile']>,
  ) {
    this.box = box;
    this.shelf = [...shelf];
    this.quality = quality;
    this.fetchFile = fetchFile;
  }

  /** What the timeline shown needs and this renderer cannot draw. */
  get unmet(): ReadonlySignal<readonly string[]> {
    return this.unmetSignal;
  }

  /** The frame that is on the canvas. */
  get frame(): Frame | null {
    return this.latest;
  }

  /** A second renderer for the same timeline on a canvas of its own, as good as it can draw. */
  async another(timeline: Timeline, canvas: HTMLCanvasElement): Promise<Renderer> {
    const plugin = await chooseRenderer(this.shelf, timeline).load();
    const { width, height } = canvas;
    return plugin.create(canvas, { width, height, quality: 1, needs: timeline.needs, fetchFile: this.fetchFile });
  }

  addRenderer(entry: ShelfEntry): void {
    this.shelf.push(entry);
  }

  /** The files that scenes name have changed: the next `prepare` starts a renderer that has not read them yet. */
  forgetFiles(): void {
    this.outdated = true;
  }

  onDraw(listener: DrawListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when a renderer for this timeline's reading is there. The picture before stays until then. */
  async prepare(timeline: Timeline): Promise<void> {
    const entry = chooseRenderer(this.shelf, timeline);
    this.unmetSignal.value = unmetNeeds(timeline.needs, entry.capabilities);
    this.stage = timeline.stage;
    if (!this.outdated && this.mounted?.mode === timeline.mode && this.mounted.id === entry.id) return;
    if (this.coming?.mode !== timeline.mode) {
      this.coming = { mode: timeline.mode, ready: this.mount(entry, timeline) };
    }
    await this.coming.ready.finally(() => {
      this.coming = null;
    });
  }

  /** Draws a frame of the reading that is mounted; false when it belongs to another. */
  draw(frame: Frame, now_ms: number): boolean {
    if (this.mounted?.mode !== frame.mode) return false;
    this.mounted.renderer.draw(frame);
    this.latest = frame;
    const changed = this.budget.note(now_ms - this.lastDraw_ms);
    this.lastDraw_ms = now_ms;
    if (changed) this.fit();
    for (const listener of this.listeners) listener(frame);
    return true;
  }

  /** Takes the box's size in CSS pixels; true when the canvas changed and must be drawn again. */
  resize(width: number, height: number): boolean {
    this.size = { width, height };
    return this.fit();
  }

  private async mount(entry: ShelfEntry, { mode, needs }: Timeline): Promise<void> {
    const canvas = document.createElement('canvas');
    const { width, height } = this.pixels();
    canvas.width = width;
    canvas.height = height;
    const plugin = await entry.load();
    const { quality, fetchFile } = this;
    this.outdated = false;
    const renderer = await plugin.create(canvas, { width, height, quality, needs, fetchFile });
    this.mounted?.renderer.dispose();
    this.mounted?.canvas.remove();
    this.mounted = { id: entry.id, mode, canvas, renderer };
    this.budget = new FrameBudget();
    fillBox(canvas);
    this.box.prepend(canvas);
    // A canvas that already has its size would otherwise stay empty until the picture changes.
    if (!this.fit() && this.latest?.mode === mode) renderer.draw(this.latest);
  }

  private pixels(): { width: number; height: number } {
    const { width: boxWidth, height: boxHeight } = this.size;
    const scale = Math.min(boxWidth / this.stage.width, boxHeight / this.stage.height) || 0.5;
    const fine = Math.min(devicePixelRatio * this.budget.detail, LARGEST_SIDE / (this.stage.width * scale));
    return {
      width: Math.max(16, Math.round(this.stage.width * scale * fine)),
      height: Math.max(9, Math.round(this.stage.height * scale * fine)),
    };
  }

  private fit(): boolean {
    if (this.mounted === null || this.size.width === 0) return false;
    const { width, height } = this.pixels();
    const { canvas, renderer } = this.mounted;
    if (canvas.width === width && canvas.height === height) return false;
    renderer.resize(width, height);
    fillBox(canvas);
    if (this.latest?.mode === this.mounted.mode) renderer.draw(this.latest);
    return true;
  }
}

/** The page decides how large the canvas is shown; graphics libraries like to write that into its style themselves. */
function fillBox(canvas: HTMLCanvasElement): void {
  canvas.style.width = '100%';
  canvas.style.height = '100%';
  canvas.style.display = 'block';
}
