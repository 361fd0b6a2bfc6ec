import { css, html, LitElement, nothing } from 'lit';
import { ListeningDesk } from '../listening/listening-desk.ts';
import type { Studio } from '../studio.ts';
import type { TurnState } from '../turn-desk.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** Longest prompt that the host takes. */
const LONGEST = 4000;

/** One short line for each stage of a turn. */
function doing({ lines, repair, stage }: Extract<TurnState, { kind: 'writing' }>): string {
  const written = lines === 0 ? '' : ` ${lines} lines so far`;
  switch (stage) {
    case 'requested':
      return 'Sent…';
    case 'checking':
      return 'Checking the script…';
    case 'repairing':
      return `Mending the script, try ${repair}…${written}`;
    case 'speaking':
      return 'The voice is speaking its lines…';
    case 'composing':
    case 'done':
      return 'Putting words and pictures in step…';
    default:
      return `Writing the scene…${written}`;
  }
}

const trouble = ({ code, cure, message }: { code: string; cure: string | null; message: string }) =>
  html`<span class="bad" role="alert"><b>${message}</b> ${cure} <code>${code}</code></span>`;

/** The prompt box, typed or spoken into, and how the turn is getting on. */
export class OcPrompt extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;
  private readonly ears = new ListeningDesk({
    listener: (signal) => this.studio.host.listener(signal),
    openMicrophone: async () => (await import('../listening/microphone.ts')).openMicrophone(),
    transcribe: (recording, signal) => this.studio.host.transcribe(recording, signal),
    hush: () => this.studio.player.pause(),
    heard: (text) => this.write(text),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });

  constructor() {
    super();
    new Watch(this, () => [this.studio.turns.state.value, this.studio.turns.scene.value, this.ears.state.value]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ears.cancel();
  }

  /** Puts spoken words behind what is typed already, to be read before they are sent. */
  private write(text: string): void {
    const field = this.renderRoot.querySelector('textarea');
    if (field === null) return;
    const before = field.selectionStart === 0 && field.selectionEnd === field.value.length ? '' : field.value.trimEnd();
    field.value = `${before} ${text}`.trim().slice(0, LONGEST);
    field.focus();
  }

  private submit(): void {
    const field = this.renderRoot.querySelector('textarea');
    const prompt = field?.value.trim() ?? '';
    if (field === null || prompt === '') return;
    void this.studio.turns.submit(prompt);
    field.select();
  }

  private readonly keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  };

  private status() {
    const ears = this.ears.state.value;
    switch (ears.kind) {
      case 'opening':
        return html`<span class="busy"></span>Asking for the microphone…`;
      case 'recording':
        return html`Listening… press the button again when you have said it.`;
      case 'hearing':
        return html`<span class="busy"></span>Understanding what you said…`;
      case 'failed':
        return trouble(ears);
    }
    const state = this.studio.turns.state.value;
    switch (state.kind) {
      case 'idle':
        return nothing;
      case 'writing':
        return html`<span class="busy"></span>${doing(state)}
          <progress max="1" .value=${state.progress} aria-label="How far the turn is"></progress>`;
      case 'staging':
        return html`<span class="busy"></span>Rehearsing it with the voice…`;
      case 'done':
        return html`<span class="good">●</span><span class="said">${state.text}</span>
          ${state.warnings.map(({ code, message }) => html`<span class="badge warn" title=${code ?? nothing}>${message}</span>`)}`;
      case 'failed':
        return trouble(state);
    }
  }

  protected override render() {
    const { turns } = this.studio;
    const kind = turns.state.value.kind;
    const running = kind === 'writing' || kind === 'staging';
    const scene = turns.scene.value;
    return html`
      <form @submit=${(event: Event) => {
        event.preventDefault();
        this.submit();
      }}>
        <label class="sr" for="prompt">Describe a scene, or a change to this one</label>
        <textarea id="prompt" rows="1" maxlength=${LONGEST} @keydown=${this.keydown}
          placeholder=${scene === null ? 'Describe a scene… a cow jumps over the moon' : 'What should change in this scene?'}></textarea>
        <oc-microphone .desk=${this.ears}></oc-microphone>
        ${
          scene === null
            ? nothing
            : html`<button type="button" class="quiet new" title="The next prompt begins a new scene instead of changing this one"
                @click=${() => turns.beginAnew()}>${icons.add}<span>New scene</span></button>`
        }
        ${
          running
            ? html`<button type="button" class="icon" aria-label="Cancel" @click=${() => turns.cancel()}>${icons.stop}</button>`
            : html`<button class="icon strong" aria-label="Make the scene" title="Make the scene (Enter)">${icons.send}</button>`
        }
      </form>
      <div class="status" role="status" aria-live="polite">${this.status()}</div>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: block; position: relative; }
      form {
        display: flex; align-items: center; gap: 6px; padding: 5px 5px 5px 18px; border: 1px solid var(--line);
        border-radius: 24px; background: var(--surface); transition: border-color 150ms, box-shadow 150ms;
      }
      form:focus-within { border-color: var(--accent); box-shadow: 0 0 0 4px var(--accent-wash); }
      textarea {
        flex: 1; min-width: 0; max-height: 120px; padding: 7px 0; border: 0; outline: 0; resize: none; background: none;
        font-size: 15.5px; line-height: 1.4; field-sizing: content;
      }
      textarea:focus-visible { outline: none; }
      textarea::placeholder { color: var(--muted); }
      .icon { border-radius: 50%; }
      .new { padding: 0 10px; border-radius: 18px; }
      .new svg { width: 16px; height: 16px; }
      .status { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-height: 20px; padding: 4px 18px 0; font-size: 13px; color: var(--muted); }
      .said { flex: 1 1 0; min-width: 160px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .good { color: var(--good); font-size: 9px; }
      .bad b { color: var(--error); font-weight: 550; }
      code { font-family: var(--mono); font-size: 12px; opacity: .8; }
      .busy { width: 12px; height: 12px; border-radius: 50%; border: 2px solid var(--accent); border-right-color: transparent; animation: turn 800ms linear infinite; }
      progress { width: 96px; height: 4px; border: 0; border-radius: 2px; overflow: hidden; background: var(--line); accent-color: var(--accent); }
      progress::-webkit-progress-bar { background: var(--line); }
      progress::-webkit-progress-value { background: var(--accent); transition: width 200ms; }
      progress::-moz-progress-bar { background: var(--accent); }
      @keyframes turn { to { transform: rotate(360deg); } }
      @media (max-width: 900px) { .new span { position: absolute; clip-path: inset(50%); } }
    `,
  ];
}
