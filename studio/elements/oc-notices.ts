import { css, html, LitElement, nothing } from 'lit';
import type { Studio } from '../studio.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** Notices in the corner; each says what to do and goes when it is dismissed. */
export class OcNotices extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Watch(this, () => this.studio.notices.list.value);
  }

  protected override render() {
    return html`<div role="log" aria-label="Notices" aria-live="polite">
      ${this.studio.notices.list.value.map(
        (notice) => html`<div class="notice ${notice.kind}">
          <div><b>${notice.text}</b> ${notice.cure ?? nothing} ${notice.code === null ? nothing : html`<code>${notice.code}</code>`}</div>
          <button class="icon" aria-label="Dismiss" @click=${() => this.studio.notices.dismiss(notice.id)}>${icons.close}</button>
        </div>`,
      )}
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host { position: fixed; right: 20px; bottom: 48px; z-index: 20; width: min(400px, calc(100vw - 40px)); }
      .notice {
        display: flex; align-items: flex-start; gap: 8px; margin-top: 8px; padding: 10px 8px 10px 14px; border: 1px solid var(--line);
        border-left: 3px solid var(--focus); border-radius: 10px; background: var(--raised); box-shadow: 0 12px 40px rgb(0 0 0 / .35);
      }
      .notice > div { flex: 1; padding-top: 6px; }
      .warning { border-left-color: var(--warn); }
      .error { border-left-color: var(--error); }
      b { font-weight: 550; }
      code { font: 12px var(--mono); color: var(--muted); }
    `,
  ];
}
