import { css, html, LitElement, nothing } from 'lit';
import { entityAt, toStage } from '../stage/hit.ts';
import type { Studio } from '../studio.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** The stage: holds the canvas, starts the play with one big button, and tells which line a thing comes from. */
export class OcStage extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Watch(this, () => {
      const { player, scene } = this.studio;
      return [player.playing.value, player.timeline.value, scene.busy.value, player.position.value === 0];
    });
  }

  private readonly pick = (event: MouseEvent): void => {
    const { frame } = this.studio.stage;
    if (frame === null) return;
    const box = this.renderRoot.querySelector('.box');
    if (box === null) return;
    const { left, top, width, height } = box.getBoundingClientRect();
    const { x, y } = toStage(frame, { width, height }, { x: event.clientX - left, y: event.clientY - top });
    const entity = entityAt(frame, x, y);
    if (entity !== null && this.studio.reacts(entity.id))
      void this.studio.scene.trigger({ kind: 'click', target: entity.id });
    else if (entity === null) this.studio.toggle();
    else this.dispatchEvent(new CustomEvent('pick', { detail: entity.origin, bubbles: true, composed: true }));
  };

  protected override render() {
    const { player, scene } = this.studio;
    const waiting = !player.playing.value && player.position.value === 0;
    const ready = player.timeline.value !== null;
    const stage = player.timeline.value?.stage ?? { width: 1280, height: 720 };
    return html`
      <div class="box" style="--ratio:${stage.width / stage.height}" @click=${this.pick}>
        <slot></slot>
        ${scene.busy.value ? html`<span class="loading" aria-hidden="true"></span>` : nothing}
      </div>
      ${
        waiting && ready
          ? html`<button class="big" aria-label="Play the scene" @click=${() => void this.studio.play()}>${icons.play}</button>`
          : nothing
      }
    `;
  }

  static override styles = [
    shared,
    css`
      :host { position: relative; display: grid; place-items: center; container-type: size; }
      .box {
        position: relative; width: min(100cqw, 100cqh * var(--ratio)); aspect-ratio: var(--ratio); border-radius: 16px; overflow: hidden; background: #07080c;
        box-shadow: var(--stage-shadow), 0 0 0 1px rgb(255 255 255 / .05); cursor: pointer;
      }
      ::slotted(.canvas-box) { position: absolute; inset: 0; }
      .big {
        position: absolute; inset: 0; margin: auto; width: 88px; height: 88px; border-radius: 50%; color: #fff;
        background: rgb(16 17 24 / .5); backdrop-filter: blur(10px); border: 1px solid rgb(255 255 255 / .28);
        box-shadow: 0 12px 40px rgb(0 0 0 / .4); transition: transform 160ms, background 160ms;
      }
      .big:hover { background: var(--accent); color: var(--on-accent); transform: scale(1.06); }
      .big svg { width: 38px; height: 38px; margin-left: 4px; }
      .loading { position: absolute; left: 0; right: 0; top: 0; height: 2px; overflow: hidden; }
      .loading::after { content: ''; position: absolute; inset: 0; width: 30%; background: var(--accent); animation: slide 900ms ease-in-out infinite; }
      @keyframes slide { from { left: -30%; } to { left: 100%; } }
    `,
  ];
}
