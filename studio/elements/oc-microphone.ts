import { css, html, LitElement } from 'lit';
import type { ListeningDesk } from '../listening/listening-desk.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** What the button does next. */
const LABELS = { idle: 'Speak the prompt', failed: 'Speak the prompt', recording: 'Done speaking' } as const;

/** The button that records a prompt; its ring grows with what it hears. */
export class OcMicrophone extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: ListeningDesk;
  private drawing = 0;

  constructor() {
    super();
    new Watch(this, () => this.desk.state.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.drawing);
  }

  protected override updated(): void {
    cancelAnimationFrame(this.drawing);
    if (this.desk.state.value.kind === 'recording') this.drawLevel();
  }

  private readonly drawLevel = (): void => {
    this.style.setProperty('--level', this.desk.level().toFixed(3));
    this.drawing = requestAnimationFrame(this.drawLevel);
  };

  private readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.desk.state.value.kind === 'idle') return;
    event.preventDefault();
    this.desk.cancel();
  };

  protected override render() {
    const { kind } = this.desk.state.value;
    const busy = kind === 'opening' || kind === 'hearing';
    const label = busy ? 'Cancel' : LABELS[kind];
    return html`<button type="button" class="icon ${kind}" aria-label=${label} title=${kind === 'recording' ? `${label} (Esc forgets it)` : label}
      @keydown=${this.keydown} @click=${() => (busy ? this.desk.cancel() : void this.desk.toggle())}>
      ${kind === 'recording' || busy ? icons.stop : icons.microphone}
    </button>`;
  }

  static override styles = [
    shared,
    css`
      button { border-radius: 50%; color: var(--muted); }
      button.recording {
        color: var(--on-accent); background: var(--error);
        box-shadow: 0 0 0 calc(2px + 14px * var(--level, 0)) color-mix(in oklab, var(--error), transparent 75%);
      }
    `,
  ];
}
