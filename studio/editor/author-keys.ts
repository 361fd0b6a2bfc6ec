import type { KeyBinding } from '@codemirror/view';
import { EditorView } from '@codemirror/view';
import { definition, format } from '../../dsl/index.ts';

function goToDefinition(view: EditorView): boolean {
  const found = definition(view.state.doc.toString(), view.state.selection.main.head);
  if (!found) return false;
  const selection = { anchor: found.offset, head: found.offset + found.length };
  view.dispatch({ selection, effects: EditorView.scrollIntoView(found.offset, { y: 'center' }) });
  return true;
}

function putInOrder(view: EditorView): boolean {
  const script = view.state.doc.toString();
  const insert = format(script);
  if (insert !== script) {
    const anchor = Math.min(view.state.selection.main.head, insert.length);
    view.dispatch({
      changes: { from: 0, to: script.length, insert },
      selection: { anchor },
      userEvent: 'input.format',
    });
  }
  return true;
}

/** What an author can ask for with keys: where a name is declared, and the script in order. */
export const authorKeys: readonly KeyBinding[] = [
  { key: 'F12', run: goToDefinition },
  { key: 'Shift-Alt-f', run: putInOrder },
];
