import { css, html, LitElement, nothing, svg } from 'lit';
import { until } from 'lit/directives/until.js';
import { type Keepsake, LibraryClient } from '../library/library-client.ts';
import { LibraryDesk } from '../library/library-desk.ts';
import type { FoundArtifact } from '../link/host-schemas.ts';
import type { Studio } from '../studio.ts';
import { icon, icons } from './icons.ts';
import { shared } from './shared-styles.ts';
import { Watch } from './watch.ts';

/** Quiet after the last keystroke before the host is asked. */
const ASK_AFTER_MS = 200;
/** The picture stands for the whole: two fifths in, most scenes show what they are about. */
const STILL_AT = 0.4;
const STILL = { width: 480, height: 270 } as const;
const MOST_TITLE = 200;

const pin = icon(svg`<path d="M9 4h6l-.7 6 3.2 3.5h-11L9.7 10zM12 13.5V20"/>`);
const archive = icon(svg`<rect x="3.5" y="4.5" width="17" height="4" rx="1"/><path d="M5 8.5v10.5h14V8.5M10 12.5h4"/>`);
const upload = icon(svg`<path d="M12 15V4M7 8.5l5-5 5 5M5 19.5h14"/>`);

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** Scenes that were saved: to find, play, carry elsewhere; and the one on the stage, to save. */
export class OcLibrary extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;
  private readonly desk = new LibraryDesk({
    client: () => new LibraryClient(this.studio.host),
    sceneId: () => this.studio.turns.scene.value?.scene_id ?? this.studio.sessionId,
    perform: (scene) => this.studio.takeUp(scene),
  });
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Watch(this, () => [
      this.desk.found.value,
      this.desk.archived.value,
      this.desk.busy.value,
      this.desk.note.value,
    ]);
  }

  show(): void {
    void this.desk.search('');
    const title = this.renderRoot.querySelector<HTMLInputElement>('#title');
    if (title !== null) title.value = this.studio.player.timeline.value?.title.slice(0, MOST_TITLE) ?? '';
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  private close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  private readonly ask = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.desk.search(value), ASK_AFTER_MS);
  };

  private readonly save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const title = String(form.get('title')).trim();
    const tags = String(form.get('tags'))
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    void this.desk.save(() => this.keepsake(title, tags));
  };

  private async keepsake(title: string, tags: readonly string[]): Promise<Keepsake> {
    const { scene } = this.studio;
    const { text: script } = scene.script.value;
    return { title, tags, script, mode: scene.mode.value, files: scene.dataFiles, still: await this.still() };
  }

  /** Null where this browser cannot draw one: then the host tries. */
  private async still(): Promise<Blob | null> {
    const timeline = this.studio.player.timeline.value;
    if (timeline === null) return null;
    const { exportScene } = await import('../export/export-scene.ts');
    const from_ms = timeline.duration_ms * STILL_AT;
    return exportScene({
      ...{ timeline, format: 'png', ...STILL, fps: 30, from_ms, to_ms: from_ms, clips: [] },
      renderer: (canvas) => this.studio.stage.another(timeline, canvas),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    }).catch((error: unknown) => {
      this.studio.notices.trouble(error);
      return null;
    });
  }

  private async play(artifact: FoundArtifact): Promise<void> {
    if ((await this.desk.play(artifact)) !== true) return;
    this.close();
    await this.studio.play();
  }

  private async download(artifact: FoundArtifact): Promise<void> {
    const bundle = await this.desk.bundle(artifact);
    if (bundle == null) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(bundle);
    link.download = `${
      artifact.title
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '')
        .toLowerCase() || 'scene'
    }.zip`;
    link.click();
    // The browser has taken the file by the next task.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  private readonly takeIn = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    field.value = '';
    if (file) void this.desk.takeIn(file);
  };

  private renderCard(desk: LibraryDesk, artifact: FoundArtifact) {
    const { title, tags, pinned, updated_at } = artifact;
    const archived = desk.archived.value;
    return html`
      <li>
        <button class="card" @click=${() => void this.play(artifact)} aria-label="Play ${title}">
          <span class="frame"><img alt="" src=${until(desk.still(artifact), nothing)} /><span class="play">${icons.play}</span></span>
          <span class="title">${title}</span>
        </button>
        <div class="foot">
          <span class="quiet when">${day.format(new Date(updated_at))}</span>
          <button class="icon" aria-label="Pin ${title}" title="Keep it on top" aria-pressed=${pinned}
            @click=${() => void desk.mark(artifact, 'pin', !pinned)}>${pin}</button>
          <button class="icon" aria-label="Export ${title}" title="Export as a file" @click=${() => void this.download(artifact)}>${icons.download}</button>
          <button class="icon" aria-label=${archived ? `Bring back ${title}` : `Archive ${title}`} title=${archived ? 'Bring back' : 'Archive'}
            aria-pressed=${archived} @click=${() => void desk.mark(artifact, 'archive', !archived)}>${archive}</button>
        </div>
        ${tags.length === 0 ? nothing : html`<div class="tags">${tags.map((tag) => html`<span class="badge">${tag}</span>`)}</div>`}
      </li>
    `;
  }

  private renderShelf(desk: LibraryDesk) {
    const found = desk.found.value;
    if (found === null) return html`<p class="quiet">One moment…</p>`;
    if (found.length > 0) return html`<ul>${found.map((artifact) => this.renderCard(desk, artifact))}</ul>`;
    return html`<p class="quiet empty">${
      desk.archived.value
        ? 'Nothing here was archived.'
        : 'Nothing here yet. Save the scene on the stage, or import a file.'
    }</p>`;
  }

  protected override render() {
    const { desk } = this;
    const note = desk.note.value;
    return html`
      <dialog aria-label="Library">
        <header>
          <h2>Library</h2>
          <input type="search" placeholder="Look for a scene, in any words" aria-label="Look for a scene" @input=${this.ask} />
          <button aria-pressed=${desk.archived.value} @click=${() => void desk.setArchived(!desk.archived.value)}>${archive}Archived</button>
          <button @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}>${upload}Import</button>
          <input id="file" type="file" accept=".zip,application/zip" hidden aria-label="A bundle to import" @change=${this.takeIn} />
          <button class="icon" aria-label="Close" @click=${() => this.close()}>${icons.close}</button>
        </header>
        <form @submit=${this.save}>
          <input id="title" name="title" required maxlength=${MOST_TITLE} placeholder="Title" aria-label="Title" />
          <input name="tags" placeholder="Tags, with commas between" aria-label="Tags" />
          <button class="strong" ?disabled=${desk.busy.value !== null}>Save this scene</button>
        </form>
        <p class="quiet busy" role="status">${desk.busy.value ?? (note === null ? nothing : html`<b class=${note.kind}>${note.text}</b> ${note.cure} <code>${note.code}</code>`)}</p>
        <div class="shelf">${this.renderShelf(desk)}</div>
      </dialog>
    `;
  }

  static override styles = [
    shared,
    css`
      dialog {
        width: min(1080px, 94vw); height: min(780px, 92vh); padding: 0; color: var(--ink); border: 1px solid var(--line); border-radius: 18px;
        background: var(--surface); box-shadow: 0 30px 90px rgb(0 0 0 / .5); overflow: hidden;
      }
      dialog[open] { display: flex; flex-direction: column; }
      dialog::backdrop { background: rgb(0 0 0 / .5); }
      header { display: flex; align-items: center; gap: 10px; padding: 14px 20px; border-bottom: 1px solid var(--line); }
      h2 { margin: 0 auto 0 0; font-size: 18px; font-weight: 620; }
      input { height: 36px; padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--raised); color: var(--ink); min-width: 0; }
      input[type='search'] { width: 280px; }
      form { display: flex; gap: 10px; padding: 14px 20px 0; }
      #title { flex: 2; }
      form input { flex: 1; }
      .busy { min-height: 20px; margin: 4px 20px 0; font-size: 13px; }
      .busy b { font-weight: 550; }
      .error { color: var(--error); }
      .warning { color: var(--warn); }
      code { font-family: var(--mono); font-size: 12px; opacity: .8; }
      .shelf { flex: 1; min-height: 0; overflow: auto; padding: 8px 20px 20px; }
      ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 18px; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); }
      .card { flex-direction: column; align-items: stretch; gap: 8px; width: 100%; padding: 6px; border-radius: 14px; }
      .frame { position: relative; display: block; aspect-ratio: 16 / 9; border-radius: 10px; overflow: hidden; background: var(--hover); }
      .frame img { display: block; width: 100%; height: 100%; object-fit: cover; }
      .play { position: absolute; inset: 0; display: grid; place-items: center; color: #fff; background: rgb(0 0 0 / .35); opacity: 0; transition: opacity 120ms; }
      .card:hover .play, .card:focus-visible .play { opacity: 1; }
      .title { padding: 0 4px; overflow: hidden; text-overflow: ellipsis; text-align: left; font-weight: 560; }
      .foot { display: flex; align-items: center; padding: 0 4px 0 10px; }
      .when { margin-right: auto; font-size: 12.5px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
      .foot button { min-height: 32px; width: 32px; }
      .foot svg { width: 17px; height: 17px; }
      .tags { display: flex; flex-wrap: wrap; gap: 4px; padding: 4px 10px 0; }
      .empty { margin: 60px auto; text-align: center; }
      @media (max-width: 900px) {
        header, form { flex-wrap: wrap; }
        input[type='search'] { width: 100%; order: 1; }
        form input { flex: 1 1 100%; }
        ul { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); }
      }
    `,
  ];
}
