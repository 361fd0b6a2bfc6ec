import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Frame, Mode, Quality, Timeline } from '../../dsl/index.ts';
import type { Renderer, RendererOptions, RendererStats, Warning } from '../../plugins/contract/index.ts';
import { FrameBudget } from './frame-budget.ts';
import { FrameTimes } from './frame-times.ts';
import { chooseRenderer, type ShelfEntry, unmetNeeds } from './renderer-shelf.ts';
import { TIERS, tierAt } from './tiers.ts';
import { WarningWatch } from './warning-watch.ts';

interface Mounted {
  readonly id: string;
  readonly mode: Mode;
  readonly pinned: Quality | null;
  readonly canvas: HTMLCanvasElement;
  readonly renderer: Renderer;
}

/** What the stats overlay shows. */
export interface StageMeasure extends RendererStats {
  readonly renderer: string;
  readonly tier: Quality;
  /** Whether the script chose the tier. */
  readonly pinned: boolean;
  readonly width: number;
  readonly height: number;
  /** Between pictures, of the last seconds. */
  readonly median_ms: number;
  readonly p95_ms: number;
  /** Why less than the full resolution is drawn. */
  readonly reason: string | null;
}

/** Told of every picture right after it was drawn. */
export type DrawListener = (frame: Frame) => void;

/** That the stage draws coarser because pictures came too slowly: worth counting, nothing that a person must do. */
export const SLOW = 'studio/slow-pictures';

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
  private readonly warnings = new WarningWatch((warning) => this.warned?.(warning));
  /** Told once of each thing that could not be honoured. */
  warned: ((warning: Warning) => void) | null = null;
  private readonly unmetSignal = signal<readonly string[]>([]);
  private mounted: Mounted | null = null;
  private coming: { readonly mode: Mode; readonly ready: Promise<void> } | null = null;
  private budget = new FrameBudget();
  private readonly times = new FrameTimes();
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
    const quality = timeline.quality ? TIERS[timeline.quality].quality : 1;
    return plugin.create(canvas, { width, height, quality, needs: timeline.needs, fetchFile: this.fetchFile });
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
    const same =
      this.mounted?.mode === timeline.mode && this.mounted.id === entry.id && this.mounted.pinned === timeline.quality;
    if (!this.outdated && same) return;
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
    const gap_ms = now_ms - this.lastDraw_ms;
    this.lastDraw_ms = now_ms;
    this.times.note(gap_ms);
    // A pinned quality is kept, however long its pictures take.
    if (this.mounted.pinned === null && this.budget.note(gap_ms)) {
      this.fit();
      const { reason } = this.budget;
      if (reason !== null) this.warnings.note({ code: SLOW, message: reason });
    }
    const { renderer } = this.mounted;
    this.warnings.look(now_ms, () => renderer.stats().warnings);
    for (const listener of this.listeners) listener(frame);
    return true;
  }

  /** Takes the box's size in CSS pixels; true when the canvas changed and must be drawn again. */
  resize(width: number, height: number): boolean {
    this.size = { width, height };
    return this.fit();
  }

  private async mount(entry: ShelfEntry, { mode, needs, quality: pinned }: Timeline): Promise<void> {
    const canvas = document.createElement('canvas');
    const { width, height } = this.pixels();
    canvas.width = width;
    canvas.height = height;
    const plugin = await entry.load();
    const { fetchFile } = this;
    const quality = pinned ? TIERS[pinned].quality : this.quality;
    this.outdated = false;
    const renderer = await plugin.create(canvas, { width, height, quality, needs, fetchFile });
    this.mounted?.renderer.dispose();
    this.mounted?.canvas.remove();
    this.mounted = { id: entry.id, mode, pinned, canvas, renderer };
    this.budget = new FrameBudget();
    fillBox(canvas);
    this.box.prepend(canvas);
    // A canvas that already has its size would otherwise stay empty until the picture changes.
    if (!this.fit() && this.latest?.mode === mode) renderer.draw(this.latest);
  }

  /** The share of the full resolution that is drawn. */
  private get detail(): number {
    const pinned = this.mounted?.pinned;
    return pinned ? TIERS[pinned].detail : this.budget.detail;
  }

  /** What drawing costs now; null before the first picture. */
  measure(): StageMeasure | null {
    const { mounted } = this;
    if (mounted === null) return null;
    const { id, pinned, canvas, renderer } = mounted;
    const { width, height } = canvas;
    const tier = pinned ?? tierAt(this.detail);
    const reason = pinned === null ? this.budget.reason : null;
    const stats = { ...this.times.spread, ...renderer.stats() };
    return { renderer: id, tier, pinned: pinned !== null, width, height, reason, ...stats };
  }

  private pixels(): { width: number; height: number } {
    const { width: boxWidth, height: boxHeight } = this.size;
    const scale = Math.min(boxWidth / this.stage.width, boxHeight / this.stage.height) || 0.5;
    const fine = Math.min(devicePixelRatio * this.detail, LARGEST_SIDE / (this.stage.width * scale));
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
