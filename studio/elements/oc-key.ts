import { css, html, LitElement } from 'lit';
import type { Studio } from '../studio.ts';
import { shared } from './shared-styles.ts';
import { Follow } from './watch.ts';

/** Asks for the host's API key when it wants one. It stays in this tab. */
export class OcKey extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Follow(this, () => {
      const wanted = this.studio.keyWanted.value;
      const dialog = this.renderRoot?.querySelector('dialog');
      if (wanted && dialog && !dialog.open) dialog.showModal();
      if (!wanted) dialog?.close();
    });
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    const key = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (key !== '') this.studio.useKey(key);
  };

  protected override firstUpdated(): void {
    if (this.studio.keyWanted.peek()) this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submit}>
        <h2 id="title">This host wants an API key</h2>
        <p class="quiet">It is one of those in <code>OPENCOMMOTION_API_KEYS</code>. It is kept in this tab only.</p>
        <label for="key" class="sr">API key</label>
        <input id="key" type="password" autocomplete="off" required autofocus />
        <div><button type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>Not now</button>
          <button class="strong">Use this key</button></div>
      </form>
    </dialog>`;
  }

  static override styles = [
    shared,
    css`
      dialog { width: min(420px, 92vw); padding: 24px; border: 1px solid var(--line); border-radius: 16px; color: var(--ink); background: var(--raised); }
      dialog::backdrop { background: rgb(5 6 10 / .6); backdrop-filter: blur(3px); }
      h2 { margin: 0 0 6px; font-size: 18px; letter-spacing: -0.01em; }
      input { width: 100%; height: 40px; padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); font-family: var(--mono); }
      form > div { display: flex; justify-content: flex-end; gap: 8px; margin-top: 16px; }
      code { font: 12.5px var(--mono); }
    `,
  ];
}
