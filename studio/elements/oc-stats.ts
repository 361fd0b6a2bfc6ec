import { css, html, LitElement, nothing } from 'lit';
import type { StageMeasure } from '../stage/stage-view.ts';
import { TIERS } from '../stage/tiers.ts';
import type { Studio } from '../studio.ts';
import { shared } from './shared-styles.ts';

const EVERY_MS = 500;
const MIB = 1024 * 1024;

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

/** What drawing costs, over the stage: shown and hidden by Shift+S. */
export class OcStats extends LitElement {
  static override properties = { studio: { attribute: false }, measure: { state: true } };
  declare studio: Studio;
  declare private measure: StageMeasure | null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    super();
    this.measure = null;
  }

  toggle(): void {
    if (this.timer !== null) this.stop();
    else {
      this.look();
      this.timer = setInterval(() => this.look(), EVERY_MS);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  private stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.measure = null;
  }

  private look(): void {
    this.measure = this.studio.stage.measure();
  }

  protected override render() {
    const { measure } = this;
    if (measure === null) return nothing;
    const budget = TIERS[measure.tier];
    const row = (name: string, value: number, most: number, unit = '') =>
      html`<dt>${name}</dt><dd class=${value > most ? 'over' : ''}>${number(value)}${unit} <span class="quiet">of ${number(most)}${unit}</span></dd>`;
    return html`<aside aria-label="Drawing statistics">
      <dl>
        <dt>Renderer</dt><dd>${measure.renderer}, ${measure.width} × ${measure.height}</dd>
        <dt>Quality</dt><dd>${measure.tier}${measure.pinned ? ', pinned by the script' : ''}</dd>
        <dt>Picture</dt><dd>${number(measure.median_ms)} ms <span class="quiet">95 % within ${number(measure.p95_ms)} ms</span></dd>
        ${row('Draw calls', measure.draw_calls, budget.draw_calls)}
        ${row('Triangles', measure.triangles, budget.triangles)}
        <dt>Textures</dt><dd>${measure.textures}</dd>
        ${row('Texture memory', measure.texture_bytes / MIB, budget.texture_bytes / MIB, ' MiB')}
      </dl>
      ${measure.reason === null ? nothing : html`<p class="quiet">${measure.reason}</p>`}
      ${measure.warnings.map(({ code, message }) => html`<p class="over"><code>${code}</code> ${message}</p>`)}
    </aside>`;
  }

  static override styles = [
    shared,
    css`
      :host { position: absolute; left: 12px; top: 12px; z-index: 3; pointer-events: none; }
      aside { padding: 10px 14px; border-radius: 10px; background: rgb(10 12 18 / .82); color: #e8ebf0; font: 12px / 1.6 var(--mono); max-width: 420px; }
      dl { display: grid; grid-template-columns: auto auto; gap: 0 16px; margin: 0; }
      dt { color: #9aa4b5; }
      dd { margin: 0; }
      .quiet { color: #9aa4b5; }
      .over { color: #ffb454; }
      p { margin: 6px 0 0; }
    `,
  ];
}
