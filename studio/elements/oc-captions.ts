import { computed } from '@preact/signals-core';
import { css, html, LitElement, nothing } from 'lit';
import { splitWords } from '../../dsl/index.ts';
import type { Studio } from '../studio.ts';
import { Watch } from './watch.ts';

/** A line stays readable this long after it was spoken. */
const LINGER_MS = 700;

/** The spoken line under the stage; each word lights up as it is said. */
export class OcCaptions extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;

  private readonly shown = computed(() => {
    const { timeline, position } = this.studio.player;
    const scene = timeline.value;
    const at = position.value;
    const line = scene?.lines.findLast(({ start_ms, end_ms }) => at >= start_ms && at < end_ms + LINGER_MS);
    if (scene === null || line === undefined) return '';
    const said = scene.words.filter((word) => word.line === line.id && word.start_ms <= at).length;
    return JSON.stringify([line.id, said]);
  });

  constructor() {
    super();
    new Watch(this, () => this.shown.value);
  }

  protected override render() {
    const scene = this.studio.player.timeline.value;
    if (this.shown.value === '' || scene === null) return nothing;
    const [id, said] = JSON.parse(this.shown.value) as [string, number];
    const line = scene.lines.find((each) => each.id === id);
    if (line === undefined) return nothing;
    const state = (at: number) => (at < said - 1 ? 'said' : at === said - 1 ? 'now' : '');
    const words = splitWords(line.text);
    const rest = (at: number): string => {
      const { offset = 0, length = 0 } = words[at] ?? {};
      return line.text.slice(offset + length, words[at + 1]?.offset);
    };
    return html`<p>
      ${line.text.slice(0, words[0]?.offset)}${words.map(
        (word, at) => html`<span class=${state(at)}>${word.text}${rest(at)}</span>`,
      )}
    </p>`;
  }

  static override styles = css`
    :host { display: grid; place-items: center; min-height: 40px; }
    p { margin: 0; font-size: 19px; font-weight: 500; letter-spacing: -0.005em; text-align: center; text-wrap: balance; color: var(--muted); }
    .said { color: var(--ink); }
    .now { color: var(--accent-ink); }
  `;
}
