import { css, html, LitElement } from 'lit';
import { runCommand } from '../run-command.ts';
import { preference } from '../session.ts';
import { commandFor } from '../shortcuts.ts';
import type { Studio } from '../studio.ts';
import { icons } from './icons.ts';
import type { OcEditor } from './oc-editor.ts';
import type { OcGallery } from './oc-gallery.ts';
import type { OcLibrary } from './oc-library.ts';
import type { OcStats } from './oc-stats.ts';
import { shared } from './shared-styles.ts';

const THEMES = ['auto', 'dark', 'light'] as const;

/** Elements in which keys are typing, not commands. */
const TYPING = 'input:not([type=range], [type=checkbox]), textarea, select, [contenteditable=true]';

/** The page: prompt on top, stage with its controls in the middle, the script beside it, events at the foot. */
export class OcApp extends LitElement {
  static override properties = { studio: { attribute: false }, stageBox: { attribute: false }, theme: { state: true } };
  declare studio: Studio;
  /** The element that holds the canvas. */
  declare stageBox: HTMLElement;
  declare private theme: (typeof THEMES)[number];

  constructor() {
    super();
    this.theme = THEMES.find((theme) => theme === preference.read('theme')) ?? 'auto';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.keydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keydown);
  }

  private readonly keydown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.defaultPrevented || (target instanceof Element && target.matches(TYPING))) return;
    const pressesButton = target instanceof HTMLButtonElement && event.key === ' ';
    if (this.studio.listensTo(event.key)) {
      event.preventDefault();
      void this.studio.scene.trigger({ kind: 'key', key: event.key });
      return;
    }
    const command = commandFor(event);
    if (command === null || pressesButton) return;
    event.preventDefault();
    runCommand(this.studio, command, {
      fullScreen: () => this.fullScreen(),
      toggleStats: () => this.renderRoot.querySelector<OcStats>('oc-stats')?.toggle(),
    });
  };

  /** A control that was clicked lets go of the keys, so that Space plays; one reached by keyboard (detail 0) keeps them. */
  private readonly letGo = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    const control = target instanceof Element ? target.closest('button') : null;
    if (event.detail > 0) control?.blur();
  };

  private fullScreen(): void {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void this.renderRoot.querySelector('.theatre')?.requestFullscreen();
  }

  /** The gallery brings the whole language along, so it is fetched when somebody wants to see it. */
  private async openGallery(): Promise<void> {
    try {
      const { OcGallery: Gallery } = await import('./oc-gallery.ts');
      if (customElements.get('oc-gallery') === undefined) customElements.define('oc-gallery', Gallery);
      const gallery = this.renderRoot.querySelector<OcGallery>('oc-gallery');
      await gallery?.updateComplete;
      gallery?.show();
    } catch (error) {
      this.studio.notices.trouble(error);
    }
  }

  /** Fetched when somebody wants to save a scene or to take one out. */
  private async openLibrary(): Promise<void> {
    try {
      const { OcLibrary: Library } = await import('./oc-library.ts');
      if (customElements.get('oc-library') === undefined) customElements.define('oc-library', Library);
      const library = this.renderRoot.querySelector<OcLibrary>('oc-library');
      await library?.updateComplete;
      library?.show();
    } catch (error) {
      this.studio.notices.trouble(error);
    }
  }

  private nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? 'auto';
    preference.write('theme', this.theme);
  }

  protected override updated(): void {
    if (this.theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
  }

  protected override render() {
    const { studio } = this;
    return html`
      <header>
        <a class="brand" href="./" aria-label="OpenCommotion">${icons.mark}<span>Open<b>Commotion</b></span></a>
        <oc-prompt .studio=${studio}></oc-prompt>
        <nav aria-label="Studio">
          <oc-examples .studio=${studio}></oc-examples>
          <button @click=${() => void this.openLibrary()} aria-haspopup="dialog" title="Library">${icons.shelf}<span class="label">Library</span></button>
          <button @click=${() => void this.openGallery()} aria-haspopup="dialog" title="Actors">${icons.actors}<span class="label">Actors</span></button>
          <oc-export .studio=${studio}></oc-export>
          <oc-help></oc-help>
          <button class="icon" @click=${() => this.nextTheme()} aria-label="Colours: ${this.theme}" title="Colours: ${this.theme}">
            ${this.theme === 'light' ? icons.sun : this.theme === 'dark' ? icons.moon : icons.auto}
          </button>
        </nav>
      </header>
      <main>
        <section class="theatre" aria-label="Stage" @click=${this.letGo} @full-screen=${() => this.fullScreen()}
          @pick=${(event: CustomEvent<number>) => this.renderRoot.querySelector<OcEditor>('oc-editor')?.goTo(event.detail)}>
          <div class="picture"><oc-stage .studio=${studio}>${this.stageBox}</oc-stage><oc-stats .studio=${studio}></oc-stats></div>
          <oc-captions .studio=${studio}></oc-captions>
          <div class="desk">
            <oc-scrubber .studio=${studio}></oc-scrubber>
            <oc-transport .studio=${studio}></oc-transport>
          </div>
        </section>
        <section class="script" aria-label="Script"><oc-editor .studio=${studio}></oc-editor></section>
      </main>
      <footer><oc-events .studio=${studio}></oc-events></footer>
      <oc-notices .studio=${studio}></oc-notices>
      <oc-key .studio=${studio}></oc-key>
      <oc-library .studio=${studio}></oc-library>
      <oc-gallery @take-actor=${(event: CustomEvent<string>) => this.renderRoot.querySelector<OcEditor>('oc-editor')?.addActor(event.detail)}></oc-gallery>
    `;
  }

  static override styles = [
    shared,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; height: 100dvh; padding: 16px 24px 6px; gap: 14px; }
      header { display: grid; grid-template-columns: auto minmax(280px, 720px) auto; justify-content: space-between; gap: 20px; align-items: start; }
      .brand { display: flex; align-items: center; gap: 10px; height: 48px; color: var(--ink); text-decoration: none; font-size: 17px; letter-spacing: -0.02em; font-weight: 450; border-radius: 8px; }
      .brand b { font-weight: 680; }
      nav { display: flex; justify-content: flex-end; align-items: center; gap: 4px; height: 48px; }
      main { display: grid; grid-template-columns: minmax(0, 1fr) clamp(340px, 32vw, 600px); gap: 24px; min-height: 0; }
      .theatre { display: flex; flex-direction: column; gap: 10px; min-width: 0; min-height: 0; }
      .picture { position: relative; display: grid; flex: 1; min-height: 120px; }
      .desk { display: grid; gap: 8px; padding: 10px 16px 12px; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); }
      .script { display: flex; min-height: 0; border: 1px solid var(--line); border-radius: 16px; overflow: hidden; background: var(--surface); }
      oc-editor { flex: 1; min-width: 0; }
      oc-scrubber { min-height: 44px; }
      oc-transport { min-height: 44px; }
      oc-captions { min-height: 40px; }
      oc-prompt { min-height: 72px; }
      footer { min-width: 0; min-height: 32px; }
      .theatre:fullscreen { padding: 2vh 2vw; justify-content: center; background: #050609; color-scheme: dark; color: var(--ink); }
      @media (max-width: 900px) {
        :host { height: auto; min-height: 100dvh; padding: 10px 12px; grid-template-rows: auto auto auto; }
        header { grid-template-columns: 1fr auto; gap: 0 8px; }
        .brand span { display: none; }
        header oc-prompt { grid-column: 1 / -1; grid-row: 2; }
        main { grid-template-columns: minmax(0, 1fr); }
        oc-stage { container-type: inline-size; }
        .script { height: 60vh; }
      }
    `,
  ];
}
