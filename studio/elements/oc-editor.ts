import { css, html, LitElement } from 'lit';
import type { Cure, Diagnostic } from '../../dsl/index.ts';
import type { SceneEditor } from '../editor/create-editor.ts';
import type { Studio } from '../studio.ts';
import { Follow } from './watch.ts';

/** The script beside the stage. The editor itself is fetched after the first picture; until then the script is plain text. */
export class OcEditor extends LitElement {
  static override properties = { studio: { attribute: false } };
  declare studio: Studio;
  private editor: SceneEditor | null = null;
  private shownReplacement = -1;

  constructor() {
    super();
    new Follow(this, () => this.showScript());
    new Follow(this, () => {
      const diagnostics = this.studio.scene.diagnostics.value;
      this.editor?.setDiagnostics(diagnostics);
    });
  }

  /** Puts the cursor there and shows it. */
  goTo(offset: number): void {
    this.editor?.goTo(offset);
  }

  /** Writes a statement for an actor of this kind at the end of the scene, as one step that can be undone. */
  async addActor(kind: string): Promise<void> {
    const { insertionOf } = await import('../gallery/insertion.ts');
    const insertion = insertionOf(kind, this.studio.scene.script.peek().text);
    if (insertion === null) return;
    this.editor?.apply(insertion);
    this.goTo(insertion.edits[0]?.offset ?? 0);
  }

  private showScript(): void {
    const { text, replaced } = this.studio.scene.script.value;
    if (this.editor !== null && replaced !== this.shownReplacement) this.editor.setText(text);
    if (this.editor !== null) this.shownReplacement = replaced;
    else this.requestUpdate();
  }

  protected override firstUpdated(): void {
    const fetchEditor = (): void => void this.mount().catch((error) => this.studio.notices.trouble(error));
    if ('requestIdleCallback' in window) requestIdleCallback(fetchEditor, { timeout: 1500 });
    else setTimeout(fetchEditor, 300);
  }

  private async mount(): Promise<void> {
    const { createEditor } = await import('../editor/create-editor.ts');
    const parent = this.renderRoot.querySelector('.code');
    if (parent === null) return;
    const { text, replaced } = this.studio.scene.script.peek();
    this.editor = createEditor({
      parent,
      root: this.renderRoot,
      text,
      onChange: (typed) => this.studio.scene.edit(typed),
    });
    this.shownReplacement = replaced;
    this.editor.setDiagnostics(this.studio.scene.diagnostics.peek());
    this.requestUpdate();
  }

  protected override render() {
    return html`
      <div class="code"></div>
      ${this.editor === null ? html`<pre>${this.studio.scene.script.peek().text}</pre>` : ''}
      <oc-problems .studio=${this.studio}
        @go-to=${(event: CustomEvent<Diagnostic>) => this.goTo(event.detail.span.offset)}
        @cure=${(event: CustomEvent<Cure>) => this.editor?.apply(event.detail)}></oc-problems>
    `;
  }

  static override styles = css`
    :host { display: flex; flex-direction: column; min-height: 0; overflow: hidden; }
    .code { flex: 1; min-height: 0; display: flex; }
    .code:empty { display: none; }
    .code > * { flex: 1; min-width: 0; }
    pre { flex: 1; margin: 0; padding: 12px 16px 12px 62px; overflow: auto; font: 13px / 1.6 var(--mono); }
  `;
}
