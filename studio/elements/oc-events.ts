import { css, html, LitElement, nothing } from 'lit';
import type { LinkState } from '../link/event-stream.ts';
import type { HostEvent } from '../link/host-schemas.ts';
import type { Studio } from '../studio.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

const STATES: Readonly<Record<LinkState, string>> = {
  connecting: 'connecting…',
  open: 'live',
  waiting: 'host not reached, trying again',
  closed: 'not connected',
};

const clockTime = (timestamp: string): string => {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleTimeString();
};

/** One line at the foot: the link to the host and what happened last; opens to the latest events. */
export class OcEvents extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  constructor() {
    super();
    new Watch(this, () => [this.studio.log.value, this.studio.events.state.value, this.studio.turns.follow.value]);
  }

  private line(event: HostEvent) {
    const ours = event.session_id === this.studio.sessionId;
    return html`<span class="quiet">${clockTime(event.timestamp)}</span> ${event.event_type}
      <span class="quiet">${ours ? 'this studio' : event.session_id}</span>`;
  }

  protected override render() {
    const { log, events, turns } = this.studio;
    const [latest] = log.value;
    const state = events.state.value;
    return html`
      <details>
        <summary>
          <span class="dot ${state}"></span><span role="status">${STATES[state]}</span>
          <span class="latest">${latest === undefined ? nothing : this.line(latest)}</span>
        </summary>
        <ol>${log.value.length === 0 ? html`<li class="quiet">Nothing has happened yet.</li>` : log.value.map((event) => html`<li>${this.line(event)}</li>`)}</ol>
      </details>
      <label title="Play turns of other sessions here too, for example those of an agent">
        <input type="checkbox" .checked=${turns.follow.value}
          @change=${(event: Event) => turns.setFollow((event.target as HTMLInputElement).checked)} /> follow agents
      </label>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: flex; min-width: 0; align-items: center; gap: 16px; font-size: 12.5px; color: var(--muted); }
      details { position: relative; flex: 1; min-width: 0; }
      summary { display: flex; align-items: center; gap: 8px; padding: 6px 2px; cursor: pointer; list-style: none; border-radius: 6px; }
      summary::-webkit-details-marker { display: none; }
      .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--muted); flex: none; }
      .dot.open { background: var(--good); }
      .dot.waiting { background: var(--warn); }
      .latest { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--ink); }
      ol {
        position: absolute; bottom: 100%; left: 0; z-index: 5; width: min(560px, 90vw); max-height: 300px; overflow: auto; margin: 0 0 6px;
        padding: 10px 14px; list-style: none; border: 1px solid var(--line); border-radius: 12px; background: var(--raised);
        box-shadow: 0 16px 50px rgb(0 0 0 / .35); color: var(--ink);
      }
      li { padding: 2px 0; }
      label { display: flex; align-items: center; gap: 6px; cursor: pointer; white-space: nowrap; }
      input { accent-color: var(--accent); }
    `,
  ];
}
