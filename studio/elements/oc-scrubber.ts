import { css, html, LitElement, nothing } from 'lit';
import type { Studio } from '../studio.ts';
import { shared } from './shared-styles.ts';
import { spokenTime } from './time-text.ts';
import { Follow, Watch } from './watch.ts';

/** The scene's time as a bar: words where they are spoken, the loop, and where playback stands. */
export class OcScrubber extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;
  private playAfter = false;
  private dragging = false;

  constructor() {
    super();
    new Watch(this, () => {
      const { timeline, looping, marks } = this.studio.player;
      return [timeline.value, looping.value, marks.value];
    });
    new Follow(this, () => this.showPosition());
  }

  private showPosition(): void {
    const { position, timeline } = this.studio.player;
    const duration = timeline.value?.duration_ms ?? 1;
    this.style.setProperty('--at', String(position.value / duration));
    const slider = this.renderRoot?.querySelector('[role=slider]');
    slider?.setAttribute('aria-valuenow', String(Math.round(position.value)));
    slider?.setAttribute('aria-valuetext', spokenTime(position.value));
  }

  private timeAt(event: PointerEvent, track: HTMLElement): number {
    const { left, width } = track.getBoundingClientRect();
    return ((event.clientX - left) / width) * (this.studio.player.timeline.value?.duration_ms ?? 0);
  }

  private readonly grab = (event: PointerEvent): void => {
    const track = event.currentTarget;
    if (!(track instanceof HTMLElement) || event.button !== 0) return;
    track.setPointerCapture(event.pointerId);
    this.dragging = true;
    this.playAfter = this.studio.player.playing.value;
    this.studio.player.pause();
    this.studio.player.seek(this.timeAt(event, track));
  };

  private readonly drag = (event: PointerEvent): void => {
    if (this.dragging && event.currentTarget instanceof HTMLElement) {
      this.studio.player.seek(this.timeAt(event, event.currentTarget));
    }
  };

  private readonly release = (): void => {
    if (!this.dragging) return;
    this.dragging = false;
    if (this.playAfter) void this.studio.play();
  };

  protected override render() {
    const { timeline, looping, marks } = this.studio.player;
    const scene = timeline.value;
    if (scene === null) return nothing;
    const share = (ms: number) => `${((ms / scene.duration_ms) * 100).toFixed(3)}%`;
    const { in_ms, out_ms } = marks.value;
    const marked = in_ms !== null || out_ms !== null || looping.value;
    const left = in_ms ?? 0;
    return html`
      <div class="lane" aria-hidden="true">
        ${scene.words.map(
          (
            word,
          ) => html`<span class="word" style="left:${share(word.start_ms)};width:${share(word.end_ms - word.start_ms)}"
            title=${word.text} @click=${() => this.studio.player.seek(word.start_ms)}><b>${word.text}</b></span>`,
        )}
      </div>
      <div class="track" role="slider" tabindex="0" aria-label="Position in the scene" aria-valuemin="0"
        aria-valuemax=${scene.duration_ms} aria-valuenow="0"
        @pointerdown=${this.grab} @pointermove=${this.drag} @pointerup=${this.release} @pointercancel=${this.release}>
        <div class="bar">
          ${
            marked
              ? html`<div class="loop ${looping.value ? 'on' : ''}" style="left:${share(left)};width:${share((out_ms ?? scene.duration_ms) - left)}"></div>`
              : nothing
          }
          <div class="done"></div>
          ${scene.words.map((word) => html`<i style="left:${share(word.start_ms)}"></i>`)}
        </div>
        <div class="head"></div>
      </div>
    `;
  }

  protected override updated(): void {
    this.showPosition();
  }

  static override styles = [
    shared,
    css`
      :host { display: block; user-select: none; --at: 0; }
      .lane { position: relative; height: 22px; }
      .word {
        position: absolute; top: 1px; height: 20px; min-width: 3px; padding: 0 3px; white-space: nowrap; overflow: hidden; cursor: pointer;
        border-left: 2px solid var(--accent); border-radius: 2px 5px 5px 2px; background: var(--accent-wash);
        font-size: 11.5px; line-height: 20px; color: var(--accent-ink);
      }
      .word { container-type: inline-size; mask-image: linear-gradient(90deg, #000 calc(100% - 7px), transparent); }
      .word b { font-weight: 550; }
      @container (max-width: 15px) { b { display: none; } }
      .word:hover { background: color-mix(in oklab, var(--accent), transparent 68%); }
      .track { position: relative; height: 22px; cursor: pointer; touch-action: none; border-radius: 6px; }
      .bar { position: absolute; inset: 8px 0; border-radius: 3px; background: var(--hover); overflow: hidden; }
      .bar i { position: absolute; top: 0; bottom: 0; width: 2px; background: var(--accent); opacity: .55; }
      .done { position: absolute; inset: 0; transform-origin: left; transform: scaleX(var(--at)); background: color-mix(in oklab, var(--ink), transparent 62%); }
      .loop { position: absolute; top: 0; bottom: 0; background: color-mix(in oklab, var(--focus), transparent 78%); }
      .loop.on { background: color-mix(in oklab, var(--focus), transparent 55%); }
      .head {
        position: absolute; top: 3px; left: calc(var(--at) * 100%); width: 16px; height: 16px; margin-left: -8px;
        border-radius: 50%; background: var(--accent); box-shadow: 0 1px 5px rgb(0 0 0 / .45); transition: transform 100ms;
      }
      .track:hover .head, .track:focus-visible .head { transform: scale(1.15); }
    `,
  ];
}
