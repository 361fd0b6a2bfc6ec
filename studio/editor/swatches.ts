import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { coloursIn } from '../../dsl/index.ts';

/** A colour to click on before the colour that is written. */
class Swatch extends WidgetType {
  readonly color: string;

  constructor(color: string) {
    super();
    this.color = color;
  }

  override eq(other: Swatch): boolean {
    return other.color === this.color;
  }

  override toDOM(view: EditorView): HTMLElement {
    const input = document.createElement('input');
    input.type = 'color';
    input.className = 'cm-swatch';
    input.tabIndex = -1;
    this.show(input);
    input.addEventListener('input', () => write(view, input));
    return input;
  }

  /** Keeps the element, so that the picker stays open while its colours are tried. */
  override updateDOM(dom: HTMLElement): boolean {
    if (!(dom instanceof HTMLInputElement)) return false;
    this.show(dom);
    return true;
  }

  private show(input: HTMLInputElement): void {
    input.value = this.color;
    input.title = `Choose another colour than ${this.color}`;
  }
}

function write(view: EditorView, input: HTMLInputElement): void {
  const at = view.posAtDOM(input);
  const written = coloursIn(view.state.doc.toString()).find(({ offset }) => offset === at);
  if (!written) return;
  const changes = { from: written.offset, to: written.offset + written.length, insert: input.value };
  // Without the name of an event, for the history takes such changes together when they follow each other quickly.
  view.dispatch({ changes });
}

function swatch({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { offset, color } of coloursIn(state.doc.toString())) {
    builder.add(offset, offset, Decoration.widget({ widget: new Swatch(color), side: 1 }));
  }
  return builder.finish();
}

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = swatch(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = swatch(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

const looks = EditorView.theme({
  '.cm-swatch': {
    appearance: 'none',
    boxSizing: 'border-box',
    width: '12px',
    height: '12px',
    margin: '0 4px 0 1px',
    padding: '0',
    border: '1px solid var(--line)',
    borderRadius: '3px',
    background: 'none',
    verticalAlign: '-1px',
    cursor: 'pointer',
  },
  '.cm-swatch::-webkit-color-swatch-wrapper': { padding: '0' },
  '.cm-swatch::-webkit-color-swatch': { border: 'none', borderRadius: '2px' },
});

/** Every colour of the script shown where it is written, and chosen there. */
export const swatches: Extension = [plugin, looks];
