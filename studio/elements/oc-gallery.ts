import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { ACTOR_KINDS, type ActorKind, type Mode } from '../../dsl/index.ts';
import { type ActorScene, actorScene } from '../gallery/actor-scene.ts';
import { PORTRAIT, Portraits } from '../gallery/portraits.ts';
import { builtinRenderers } from '../stage/renderer-shelf.ts';
import { icons } from './icons.ts';
import { shared } from './shared-styles.ts';

/** Backdrops to look at an actor before: a neutral one, and light of the day and of the night. */
const BACKDROPS = ['studio', 'day-meadow', 'night-meadow', 'space'] as const;
/** The moment at which a still is taken: the animations have set in. */
const STILL_SECONDS = 1.2;

const KINDS = Object.entries(ACTOR_KINDS);

const matches = (name: string, { synonyms }: ActorKind, asked: string): boolean =>
  [name, ...synonyms].some((word) => word.includes(asked));

/** Every kind of actor there is, drawn by the product itself, with what a script may say of it. */
export class OcGallery extends LitElement {
  static override properties = {
    mode: { state: true },
    backdrop: { state: true },
    asked: { state: true },
    chosen: { state: true },
    animation: { state: true },
    trouble: { state: true },
  };
  declare private mode: Mode;
  declare private backdrop: (typeof BACKDROPS)[number];
  declare private asked: string;
  declare private chosen: string | null;
  declare private animation: string;
  declare private trouble: string;
  private portraits: Portraits | null = null;
  /** Kinds whose picture is not drawn yet. */
  private readonly waiting = new Set<string>();
  private readonly scenes = new Map<string, ActorScene>();
  private running = false;

  constructor() {
    super();
    this.mode = '2d';
    this.backdrop = 'studio';
    this.asked = '';
    this.chosen = null;
    this.animation = '';
    this.trouble = '';
  }

  show(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  private async begin(): Promise<void> {
    this.end();
    const mode = this.mode;
    try {
      const portraits = await Portraits.open(builtinRenderers(), mode);
      if (this.dialog?.open !== true || mode !== this.mode) portraits.close();
      else this.portraits = portraits;
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.drawAnew();
  }

  private end(): void {
    this.portraits?.close();
    this.portraits = null;
    this.waiting.clear();
  }

  private drawAnew(): void {
    this.scenes.clear();
    for (const [kind] of KINDS) this.waiting.add(kind);
    if (!this.running) requestAnimationFrame((time) => this.tick(time));
    this.running = true;
  }

  /** One still a frame, so that the page stays quick, and the chosen actor moving. */
  private tick(time: number): void {
    this.running = this.portraits !== null && this.dialog?.open === true;
    if (!this.running) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const [next] = this.waiting;
    if (next !== undefined) {
      this.waiting.delete(next);
      this.portray(next, STILL_SECONDS, this.canvasOf(next));
    }
    if (this.chosen !== null && (!calm || next !== undefined)) {
      this.portray(this.chosen, calm ? STILL_SECONDS : (time / 1000) % 60, this.canvasOf('large'), this.animation);
    }
    requestAnimationFrame((later) => this.tick(later));
  }

  private canvasOf(name: string): HTMLCanvasElement | null {
    return this.renderRoot.querySelector(`canvas[data-kind="${name}"]`);
  }

  private portray(kind: string, seconds: number, canvas: HTMLCanvasElement | null, animation?: string): void {
    if (canvas === null) return;
    const shown = animation ?? ACTOR_KINDS[kind]?.animations[0] ?? 'none';
    const key = `${kind} ${shown}`;
    const scene =
      this.scenes.get(key) ?? actorScene({ kind, mode: this.mode, environment: this.backdrop, animation: shown });
    this.scenes.set(key, scene);
    this.portraits?.draw(scene, seconds, canvas);
  }

  protected override updated(changed: PropertyValues): void {
    if (this.dialog?.open !== true) return;
    if (changed.has('mode')) void this.begin();
    else if (changed.has('backdrop') || changed.has('asked')) this.drawAnew();
  }

  private choose(kind: string): void {
    this.chosen = kind;
    this.animation = ACTOR_KINDS[kind]?.animations[0] ?? 'none';
  }

  private take(kind: string): void {
    this.dialog?.close();
    this.dispatchEvent(new CustomEvent('take-actor', { detail: kind, bubbles: true, composed: true }));
  }

  private renderChosen(kind: string) {
    const known = ACTOR_KINDS[kind];
    if (!known) return nothing;
    const parts = Object.keys(known.parts);
    return html`
      <aside aria-label="${kind}">
        <canvas data-kind="large" width=${PORTRAIT.width} height=${PORTRAIT.height}></canvas>
        <h3>${kind}</h3>
        <p class="quiet">${known.width} × ${known.height} px${known.synonyms.length > 0 ? html`; also asked for as ${known.synonyms.join(', ')}` : nothing}</p>
        <div class="row" role="group" aria-label="Animations">
          ${known.animations.map(
            (name) =>
              html`<button aria-pressed=${name === this.animation} @click=${() => {
                this.animation = name;
              }}>${name}</button>`,
          )}
        </div>
        <dl>
          <dt>Colours</dt>
          <dd>${Object.entries(known.colors).map(([slot, color]) => html`<span class="slot"><i style="background:${color}"></i>${slot}</span>`)}</dd>
          ${parts.length > 0 ? html`<dt>Parts</dt><dd>${parts.map((part) => html`<code>${part}</code> `)}</dd>` : nothing}
        </dl>
        <button class="strong" @click=${() => this.take(kind)}>Add to the script</button>
      </aside>
    `;
  }

  protected override render() {
    const asked = this.asked.trim().toLowerCase();
    const shown = KINDS.filter(([name, kind]) => matches(name, kind, asked));
    return html`
      <dialog aria-label="Actors" @close=${() => this.end()}>
        <header>
          <h2>Actors <span class="quiet">${shown.length} of ${KINDS.length}</span></h2>
          <input type="search" placeholder="Look for one" aria-label="Look for an actor" .value=${this.asked}
            @input=${(event: Event) => {
              if (event.target instanceof HTMLInputElement) this.asked = event.target.value;
            }} />
          <div class="row" role="group" aria-label="Reading">
            ${(['2d', '3d'] as const).map(
              (mode) =>
                html`<button aria-pressed=${mode === this.mode} @click=${() => {
                  this.mode = mode;
                }}>${mode.toUpperCase()}</button>`,
            )}
          </div>
          <select aria-label="Backdrop" @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            this.backdrop = BACKDROPS.find((each) => each === value) ?? 'studio';
          }}>
            ${BACKDROPS.map((name) => html`<option ?selected=${name === this.backdrop}>${name}</option>`)}
          </select>
          <button class="icon" aria-label="Close" @click=${() => this.dialog?.close()}>${icons.close}</button>
        </header>
        ${this.trouble === '' ? nothing : html`<p role="alert">${this.trouble}</p>`}
        <div class="hall">
          <ul>
            ${shown.map(
              ([
                kind,
              ]) => html`<li><button class="card" aria-pressed=${kind === this.chosen} @click=${() => this.choose(kind)}
                @dblclick=${() => this.take(kind)}>
                <canvas data-kind=${kind} width=${PORTRAIT.width} height=${PORTRAIT.height}></canvas><span>${kind}</span></button></li>`,
            )}
          </ul>
          ${this.chosen === null ? nothing : this.renderChosen(this.chosen)}
        </div>
      </dialog>
    `;
  }

  static override styles = [
    shared,
    css`
      dialog {
        width: min(1280px, 94vw); height: min(860px, 92vh); padding: 0; color: var(--ink); border: 1px solid var(--line); border-radius: 18px;
        background: var(--surface); box-shadow: 0 30px 90px rgb(0 0 0 / .5); overflow: hidden;
      }
      dialog[open] { display: flex; flex-direction: column; }
      dialog::backdrop { background: rgb(0 0 0 / .5); }
      header { display: flex; align-items: center; gap: 14px; padding: 14px 20px; border-bottom: 1px solid var(--line); }
      h2 { margin: 0 auto 0 0; font-size: 18px; font-weight: 620; }
      h2 .quiet { font-size: 13px; font-weight: 400; }
      h3 { margin: 14px 0 2px; font-size: 20px; }
      input, select { height: 36px; padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); color: var(--ink); }
      .row { display: flex; flex-wrap: wrap; gap: 4px; }
      .hall { display: flex; min-height: 0; flex: 1; }
      ul { flex: 1; margin: 0; padding: 20px; list-style: none; overflow: auto; display: grid; gap: 14px; align-content: start; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
      .card { flex-direction: column; gap: 6px; width: 100%; height: auto; padding: 6px 6px 8px; border-radius: 14px; }
      canvas { display: block; width: 100%; height: auto; border-radius: 10px; background: var(--hover); }
      aside { width: 340px; flex: none; padding: 20px; border-left: 1px solid var(--line); overflow: auto; }
      aside .strong { width: 100%; margin-top: 16px; }
      p { margin: 0 0 12px; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: 10px 14px; margin: 16px 0 0; font-size: 13.5px; }
      dt { color: var(--muted); }
      dd { margin: 0; display: flex; flex-wrap: wrap; gap: 4px 12px; }
      .slot { display: inline-flex; align-items: center; gap: 6px; }
      i { width: 14px; height: 14px; border-radius: 4px; border: 1px solid var(--line); }
      code { font: 12.5px / 1.6 var(--mono); }
      @media (max-width: 900px) {
        header { flex-wrap: wrap; }
        .hall { flex-direction: column-reverse; }
        aside { width: auto; border-left: none; border-bottom: 1px solid var(--line); }
        ul { grid-template-columns: repeat(auto-fill, minmax(110px, 1fr)); }
      }
    `,
  ];
}
