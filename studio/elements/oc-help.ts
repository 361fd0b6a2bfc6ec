import { css, html, LitElement } from 'lit';
import { SHORTCUT_HELP } from '../shortcuts.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';

/** The keys that play. */
export class OcHelp extends LitElement {
  protected override render() {
    return html`
      <button class="icon" popovertarget="keys" aria-label="Keyboard" title="Keyboard">${icons.keyboard}</button>
      <div id="keys" popover aria-label="Keyboard">
        <dl>${SHORTCUT_HELP.map(([keys, what]) => html`<dt>${keys}</dt><dd>${what}</dd>`)}</dl>
      </div>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: inline-block; }
      [popover] {
        position: fixed; inset: 72px 20px auto auto; padding: 16px 20px; color: var(--ink); border: 1px solid var(--line); border-radius: 14px;
        background: var(--raised); box-shadow: 0 20px 60px rgb(0 0 0 / .4);
      }
      dl { display: grid; grid-template-columns: auto auto; gap: 7px 20px; margin: 0; }
      dt { font: 12.5px / 1.6 var(--mono); color: var(--accent-ink); }
      dd { margin: 0; }
    `,
  ];
}
