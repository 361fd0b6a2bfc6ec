import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { type Edit, references, rename } from '../../dsl/index.ts';

const ask = StateEffect.define<Edit | null>();

/** The place at which a thing of the script is being given another name; gone as soon as anything else happens. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { docChanged, selection, effects }) {
    const effect = effects.find((each) => each.is(ask));
    if (effect) return effect.value && question(effect.value);
    return docChanged || selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

const calledAt = (state: EditorState): Edit | undefined => {
  const { head } = state.selection.main;
  const places = references(state.doc.toString(), head);
  return places.find(({ offset, length }) => head >= offset && head <= offset + length);
};

function question(called: Edit): Tooltip {
  return {
    pos: called.offset,
    end: called.offset + called.length,
    create(view) {
      const dom = document.createElement('form');
      dom.className = 'cm-rename';
      const name = document.createElement('input');
      name.value = called.text;
      name.spellcheck = false;
      name.autocomplete = 'off';
      name.setAttribute('aria-label', `New name of ${called.text}`);
      const refusal = document.createElement('div');
      refusal.setAttribute('role', 'status');
      dom.append(name, refusal);
      const close = () => {
        view.dispatch({ effects: ask.of(null) });
        view.focus();
      };
      dom.addEventListener('submit', (event) => {
        event.preventDefault();
        const wanted = name.value.trim();
        if (wanted === called.text || applyName(view, called, wanted)) close();
        else refusal.textContent = `“${wanted}” is taken, or cannot be a name here. Choose another.`;
      });
      dom.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      });
      name.addEventListener('input', () => refusal.replaceChildren());
      const mount = () => {
        name.focus({ preventScroll: true });
        name.select();
      };
      return { dom, mount };
    },
  };
}

/** Every place in one step that can be undone; false where the script would not mean the same. */
function applyName(view: EditorView, called: Edit, wanted: string): boolean {
  const edits = rename(view.state.doc.toString(), called.offset, wanted);
  if (edits === null) return false;
  const changes = edits.map(({ offset, length, text }) => ({ from: offset, to: offset + length, insert: text }));
  view.dispatch({ changes, userEvent: 'input.rename' });
  return true;
}

/** Asks for another name of the thing at the cursor. */
export function renameHere(view: EditorView): boolean {
  const called = calledAt(view.state);
  if (called) view.dispatch({ effects: ask.of(called) });
  return called !== undefined;
}

const looks = EditorView.theme({
  '.cm-rename': { padding: '7px 8px', maxWidth: '300px', fontSize: '12.5px' },
  '.cm-rename input': {
    width: '100%',
    boxSizing: 'border-box',
    padding: '4px 8px',
    border: '1px solid var(--line)',
    borderRadius: '7px',
    background: 'var(--hover)',
    color: 'inherit',
    font: '13px var(--mono)',
  },
  '.cm-rename [role=status]:not(:empty)': { paddingTop: '6px', color: 'var(--error)' },
});

export const renaming: Extension = [asked, looks];
