import { css, html, LitElement, nothing } from 'lit';
import type { Studio } from '../studio.ts';
import { RATES } from '../transport.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { timeText } from './time-text.ts';
import { Follow, Watch } from './watch.ts';

/** The controls under the stage. */
export class OcTransport extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Watch(this, () => {
      const { player, scene, voice, muted, volume, stage } = this.studio;
      return [
        player.playing.value,
        player.looping.value,
        player.rate.value,
        player.timeline.value,
        scene.mode.value,
        voice.state.value,
        muted.value,
        volume.value,
        stage.unmet.value,
      ];
    });
    new Follow(this, () => this.showTime());
  }

  private showTime(): void {
    const text = timeText(this.studio.player.position.value);
    const now = this.renderRoot?.querySelector('#now');
    if (now && now.textContent !== text) now.textContent = text;
  }

  protected override updated(): void {
    this.showTime();
  }

  private badges() {
    const timeline = this.studio.player.timeline.value;
    const voice = this.studio.voice.state.value;
    const unmet = this.studio.stage.unmet.value;
    const estimated = timeline !== null && timeline.lines.length > 0 && timeline.alignment === 'estimated';
    return html`
      ${unmet.length > 0 ? html`<span class="badge warn" title="The renderer cannot draw: ${unmet.join(', ')}">not drawn: ${unmet.join(', ')}</span>` : nothing}
      ${voice.kind === 'asking' ? html`<span class="badge">voice is speaking…</span>` : nothing}
      ${voice.kind === 'failed' ? html`<span class="badge warn" title="${voice.message} ${voice.cure ?? ''}">no voice</span>` : nothing}
      ${
        voice.kind === 'spoken'
          ? voice.real
            ? html`<span class="badge" title="The voice that speaks this scene">${voice.engine}</span>`
            : html`<span class="badge warn" title="No voice engine is there, so tones stand in for the words">stand-in: ${voice.engine}</span>`
          : nothing
      }
      ${estimated ? html`<span class="badge warn" title="No voice has measured these word times yet">estimated timing</span>` : nothing}
    `;
  }

  protected override render() {
    const { player, scene, muted, volume } = this.studio;
    const playing = player.playing.value;
    return html`
      <div class="group">
        <button class="icon" aria-label="To the start" title="To the start (Home)" @click=${() => player.seek(0)}>${icons.start}</button>
        <button class="icon strong play" aria-label=${playing ? 'Pause' : 'Play'} title="Play or pause (Space)"
          @click=${() => this.studio.toggle()}>${playing ? icons.pause : icons.play}</button>
        <button class="icon" aria-label="Loop" aria-pressed=${player.looping.value} title="Loop (Shift+L); I and O set in and out"
          @click=${() => player.setLooping(!player.looping.value)}>${icons.loop}</button>
        <span class="time"><span id="now"></span><span class="quiet"> / ${timeText(player.timeline.value?.duration_ms ?? 0)}</span></span>
      </div>
      <div class="group badges">${this.badges()}</div>
      <div class="group">
        <label title="Speed. Away from 1× the voice changes its pitch too, so that sound and picture stay exactly in step.">
          <span class="sr">Speed</span>
          <select @change=${(event: Event) => player.setRate(Number((event.target as HTMLSelectElement).value))}>
            ${RATES.map((rate) => html`<option value=${rate} ?selected=${rate === player.rate.value}>${rate}×</option>`)}
          </select>
        </label>
        <div class="modes" role="radiogroup" aria-label="Reading of the scene" title="2D or 3D (D)">
          ${(['2d', '3d'] as const).map(
            (mode) => html`<button role="radio" aria-checked=${scene.mode.value === mode}
              @click=${() => void scene.setMode(mode)}>${mode.toUpperCase()}</button>`,
          )}
        </div>
        <div class="sound">
          <button class="icon" aria-label="Mute" aria-pressed=${muted.value} title="Mute (M)"
            @click=${() => this.studio.setMuted(!muted.value)}>${muted.value ? icons.muted : icons.volume}</button>
          <input type="range" min="0" max="1" step="0.02" aria-label="Volume" .value=${String(muted.value ? 0 : volume.value)}
            @input=${(event: Event) => this.studio.setVolume(Number((event.target as HTMLInputElement).value))} />
        </div>
        <button class="icon" aria-label="Full screen" title="Full screen (F)"
          @click=${() => this.dispatchEvent(new CustomEvent('full-screen', { bubbles: true, composed: true }))}>${icons.fullScreen}</button>
      </div>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: flex; flex-wrap: wrap; container-type: inline-size; align-items: center; gap: 8px 14px; }
      .group { display: flex; align-items: center; gap: 6px; }
      .badges { flex: 1; min-width: 0; }
      .badge { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .icon.play { width: 44px; height: 44px; border-radius: 50%; }
      .time { margin-left: 8px; font-variant-numeric: tabular-nums; font-weight: 550; }
      .time .quiet { font-weight: 400; }
      select { height: 36px; padding: 0 6px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); }
      .modes { display: flex; padding: 3px; border-radius: 11px; background: var(--hover); }
      .modes button { min-height: 30px; padding: 0 12px; border-radius: 8px; font-weight: 600; font-size: 13px; }
      .modes button[aria-checked='true'] { background: var(--accent); color: var(--on-accent); }
      .sound { display: flex; align-items: center; }
      .sound input { width: 76px; accent-color: var(--accent); }
      @container (max-width: 660px) { .sound input { display: none; } }
    `,
  ];
}
