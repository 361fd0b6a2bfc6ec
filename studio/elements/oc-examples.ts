import { css, html, LitElement, nothing } from 'lit';
import type { Examples } from '../link/host-schemas.ts';
import type { Studio } from '../studio.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';

/** A menu of scenes to begin from, asked for when it is opened. */
export class OcExamples extends LitElement {
  static override properties = { studio: { attribute: false }, examples: { state: true } };
  declare studio: Studio;
  declare private examples: Examples | null;

  constructor() {
    super();
    this.examples = null;
  }

  private async fill(): Promise<void> {
    try {
      this.examples = await this.studio.host.examples();
    } catch (error) {
      this.close();
      this.studio.notices.trouble(error);
    }
  }

  private async choose(name: string): Promise<void> {
    this.close();
    try {
      const { script, files } = await this.studio.host.example(name);
      this.studio.turns.beginAnew();
      await this.studio.scene.replace(script, files);
    } catch (error) {
      this.studio.notices.trouble(error);
    }
  }

  private close(): void {
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
  }

  protected override render() {
    return html`
      <button popovertarget="list" aria-haspopup="dialog" title="Examples">${icons.book}<span class="label">Examples</span></button>
      <div id="list" popover aria-label="Examples" @toggle=${(event: ToggleEvent) => event.newState === 'open' && void this.fill()}>
        ${this.examples === null ? html`<p class="quiet">One moment…</p>` : nothing}
        ${this.examples?.length === 0 ? html`<p class="quiet">This host has no examples.</p>` : nothing}
        ${this.examples?.map(
          (example) => html`<button @click=${() => void this.choose(example.name)}>
            <b>${example.title}</b><span class="quiet">${example.description}</span></button>`,
        )}
      </div>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: inline-block; }
      [popover] {
        position: fixed; inset: 72px 20px auto auto; width: min(400px, 92vw); max-height: 70vh; overflow: auto; padding: 8px; color: var(--ink);
        border: 1px solid var(--line); border-radius: 14px; background: var(--raised); box-shadow: 0 20px 60px rgb(0 0 0 / .4);
      }
      [popover] button { display: flex; flex-direction: column; align-items: flex-start; gap: 2px; width: 100%; padding: 10px 12px; white-space: normal; text-align: left; }
      b { font-weight: 600; }
      p { margin: 10px; }
    `,
  ];
}
