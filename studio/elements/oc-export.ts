import { css, html, LitElement, nothing } from 'lit';
import type { ExportFormat } from '../export/export-scene.ts';
import type { Studio } from '../studio.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { timeText } from './time-text.ts';

const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ['mp4', 'MP4 film (H.264)'],
  ['webm', 'WebM film (VP9)'],
  ['gif', 'Animated GIF'],
  ['png', 'Still of this moment (PNG)'],
  ['webp', 'Still of this moment (WebP)'],
  ['vtt', 'Captions (WebVTT)'],
  ['srt', 'Captions (SubRip)'],
];

const SIZES: readonly (readonly [string, number, number])[] = [
  ['16:9, 1280 × 720', 1280, 720],
  ['16:9, 1920 × 1080', 1920, 1080],
  ['16:9, 640 × 360', 640, 360],
  ['9:16, 720 × 1280', 720, 1280],
  ['1:1, 1080 × 1080', 1080, 1080],
  ['4:5, 1080 × 1350', 1080, 1350],
];

const FPS = [24, 30, 60] as const;
const isStill = (format: ExportFormat): boolean => format === 'png' || format === 'webp';
const isText = (format: ExportFormat): boolean => format === 'vtt' || format === 'srt';

interface Running {
  readonly abort: AbortController;
  readonly started_ms: number;
  readonly done: number;
  readonly frames: number;
}

/** Asks what the file shall be, makes it in the page, and hands it over. */
export class OcExport extends LitElement {
  static override properties = {
    studio: { attribute: false },
    format: { state: true },
    size: { state: true },
    fps: { state: true },
    sound: { state: true },
    running: { state: true },
    ready: { state: true },
    trouble: { state: true },
  };
  declare studio: Studio;
  declare private format: ExportFormat;
  declare private size: number;
  declare private fps: number;
  declare private sound: boolean;
  declare private running: Running | null;
  declare private ready: { readonly url: string; readonly name: string; readonly bytes: number } | null;
  declare private trouble: string;

  constructor() {
    super();
    this.format = 'mp4';
    this.size = 0;
    this.fps = 30;
    this.sound = true;
    this.running = null;
    this.ready = null;
    this.trouble = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort.abort();
    this.forget();
  }

  private forget(): void {
    if (this.ready !== null) URL.revokeObjectURL(this.ready.url);
    this.ready = null;
  }

  /** The stretch between the marks, or all of the scene; a still is of the moment on the stage. */
  private span(duration_ms: number): { from_ms: number; to_ms: number } {
    const { player } = this.studio;
    const { in_ms, out_ms } = player.marks.value;
    if (isStill(this.format)) return { from_ms: player.position.value, to_ms: duration_ms };
    return { from_ms: in_ms ?? 0, to_ms: out_ms ?? duration_ms };
  }

  private async begin(): Promise<void> {
    const timeline = this.studio.player.timeline.value;
    if (timeline === null) return;
    this.forget();
    this.trouble = '';
    const abort = new AbortController();
    this.running = { abort, started_ms: performance.now(), done: 0, frames: 0 };
    const [, width = 1280, height = 720] = SIZES[this.size] ?? [];
    const { format, fps } = this;
    try {
      const { exportScene } = await import('../export/export-scene.ts');
      const blob = await exportScene({
        ...{ timeline, format, width, height, fps },
        ...this.span(timeline.duration_ms),
        clips: this.sound && !isText(format) ? await this.studio.scene.heard() : [],
        renderer: (canvas) => this.studio.stage.another(timeline, canvas),
        signal: abort.signal,
        onProgress: (done, frames) => {
          if (this.running !== null) this.running = { ...this.running, done, frames };
        },
      });
      const name = `${
        timeline.title
          .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
          .replaceAll(/^-|-$/g, '')
          .toLowerCase() || 'scene'
      }.${format}`;
      this.ready = { url: URL.createObjectURL(blob), name, bytes: blob.size };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLAnchorElement>('a[download]')?.click();
    } catch (error) {
      if (!abort.signal.aborted) this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.running = null;
    }
  }

  private renderProgress({ abort, started_ms, done, frames }: Running) {
    const speed = done / Math.max(0.001, (performance.now() - started_ms) / 1000);
    const left_ms = speed > 0 ? ((frames - done) / speed) * 1000 : 0;
    return html`
      <progress max=${Math.max(1, frames)} value=${done} aria-label="Export"></progress>
      <p class="quiet" role="status">${done} of ${frames} frames${done > 0 ? html`, ${timeText(left_ms)} left` : nothing}</p>
      <button @click=${() => abort.abort()}>Stop</button>
    `;
  }

  private renderForm() {
    const timeline = this.studio.player.timeline.value;
    const { from_ms, to_ms } = this.span(timeline?.duration_ms ?? 0);
    const picture = !isText(this.format);
    return html`
      <label>Format <select @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        this.format = FORMATS.find(([name]) => name === value)?.[0] ?? 'mp4';
      }}>${FORMATS.map(([name, label]) => html`<option value=${name} ?selected=${name === this.format}>${label}</option>`)}</select></label>
      ${
        picture
          ? html`<label>Size <select @change=${(event: Event) => {
              this.size = (event.target as HTMLSelectElement).selectedIndex;
            }}>${SIZES.map(([label], at) => html`<option ?selected=${at === this.size}>${label}</option>`)}</select></label>`
          : nothing
      }
      ${
        picture && !isStill(this.format)
          ? html`<label>Frames a second <select @change=${(event: Event) => {
              this.fps = Number((event.target as HTMLSelectElement).value);
            }}>${FPS.map((fps) => html`<option value=${fps} ?selected=${fps === this.fps}>${fps}</option>`)}</select></label>`
          : nothing
      }
      ${
        this.format === 'mp4' || this.format === 'webm'
          ? html`<label class="check"><input type="checkbox" .checked=${this.sound} @change=${(event: Event) => {
              this.sound = (event.target as HTMLInputElement).checked;
            }} /> Voice and sounds</label>`
          : nothing
      }
      <p class="quiet">${isStill(this.format) ? html`At ${timeText(from_ms)}.` : html`From ${timeText(from_ms)} to ${timeText(to_ms)}; I and O set in and out.`}</p>
      <button class="strong" ?disabled=${timeline === null} @click=${() => void this.begin()}>Export</button>
    `;
  }

  protected override render() {
    return html`
      <button popovertarget="export" aria-haspopup="dialog" title="Export">${icons.download}<span class="label">Export</span></button>
      <div id="export" popover aria-label="Export" @toggle=${() => this.requestUpdate()}>
        <h2>Export</h2>
        ${this.running === null ? this.renderForm() : this.renderProgress(this.running)}
        ${this.trouble === '' ? nothing : html`<p role="alert">${this.trouble}</p>`}
        ${
          this.ready === null
            ? nothing
            : html`<p><a href=${this.ready.url} download=${this.ready.name}>${this.ready.name}</a>
                <span class="quiet">${(this.ready.bytes / 1e6).toFixed(2)} MB</span></p>`
        }
      </div>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: inline-block; }
      [popover] {
        position: fixed; inset: 72px 20px auto auto; width: min(340px, 92vw); padding: 18px 20px; color: var(--ink);
        border: 1px solid var(--line); border-radius: 14px; background: var(--raised); box-shadow: 0 20px 60px rgb(0 0 0 / .4);
      }
      h2 { margin: 0 0 12px; font-size: 16px; font-weight: 620; }
      label { display: grid; grid-template-columns: 120px 1fr; align-items: center; gap: 10px; margin-bottom: 8px; font-size: 13.5px; }
      label.check { display: flex; }
      select { height: 34px; padding: 0 8px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--ink); min-width: 0; }
      progress { width: 100%; height: 8px; accent-color: var(--accent); }
      .strong { width: 100%; }
      p { margin: 8px 0; font-size: 13.5px; }
      a { color: var(--accent-ink); }
    `,
  ];
}
