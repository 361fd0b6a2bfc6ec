import { css, html, LitElement, nothing } from 'lit';
import type { Cure, Diagnostic } from '../../dsl/index.ts';
import type { Studio } from '../studio.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** What a message quotes from the script stands between back-quotes. */
const withCode = (message: string) =>
  message.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));

/** What the compiler has to say about the script, under it: each leads to its place, cures are one click. */
export class OcProblems extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Watch(this, () => this.studio.scene.diagnostics.value);
  }

  private tell(name: 'go-to' | 'cure', detail: Diagnostic | Cure): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  protected override render() {
    const diagnostics = this.studio.scene.diagnostics.value;
    if (diagnostics.length === 0) return html`<p class="fine" role="status">No problems</p>`;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return html`
      <p class="sr" role="status">${errors} errors, ${diagnostics.length - errors} remarks</p>
      <ul aria-label="Problems in the script">
        ${diagnostics.map(
          (diagnostic) => html`<li class=${diagnostic.severity}>
            <button class="place" @click=${() => this.tell('go-to', diagnostic)}>
              <span class="at">${diagnostic.span.line}:${diagnostic.span.column}</span>
              <span class="message">${withCode(diagnostic.message)}<small>${diagnostic.code}</small></span>
            </button>
            ${
              diagnostic.cures.length === 0
                ? nothing
                : html`<span class="cures">${diagnostic.cures.map((cure) => html`<button class="cure" @click=${() => this.tell('cure', cure)}>${cure.title}</button>`)}</span>`
            }
          </li>`,
        )}
      </ul>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: block; max-height: 190px; overflow: auto; border-top: 1px solid var(--line); font-size: 13px; }
      ul { list-style: none; margin: 0; padding: 6px; }
      li { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 6px; }
      .fine { margin: 0; padding: 9px 16px; color: var(--muted); }
      .fine::before { content: '●'; margin-right: 8px; font-size: 9px; vertical-align: 1px; color: var(--good); }
      .place { flex: 1; justify-content: flex-start; align-items: baseline; padding: 5px 10px; min-height: 0; white-space: normal; text-align: left; }
      .at { font-family: var(--mono); font-size: 12px; color: var(--muted); min-width: 4ch; }
      .error .at { color: var(--error); }
      .warning .at { color: var(--warn); }
      code { font-family: var(--mono); font-size: 12px; padding: 0 3px; border-radius: 4px; background: var(--hover); }
      small { display: block; font: 11px var(--mono); color: var(--muted); }
      .message { flex: 1; }
      .cure { min-height: 26px; padding: 0 9px; border: 1px solid var(--line); border-radius: 8px; font-size: 12.5px; color: var(--accent-ink); white-space: normal; }
    `,
  ];
}
