import type { KeyBinding } from '@codemirror/view';
import { EditorView } from '@codemirror/view';
import { definition, format } from '../../dsl/index.ts';
import { renameHere } from './rename-here.ts';
import { stepNumber } from './step-number.ts';

function goToDefinition(view: EditorView, at: number): boolean {
  const found = definition(view.state.doc.toString(), at);
  if (!found) return false;
  const selection = { anchor: found.offset, head: found.offset + found.length };
  view.dispatch({ selection, effects: EditorView.scrollIntoView(found.offset, { y: 'center' }) });
  return true;
}

/** A click with Ctrl, or Cmd on a Mac, leads from a name to its declaration. */
export const clickToDefinition = EditorView.domEventHandlers({
  mousedown(event, view) {
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (at === null || !goToDefinition(view, at)) return false;
    view.focus();
    return true;
  },
});

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

/** What an author can ask for with keys: a declaration, another name, another number, the script in order. */
export const authorKeys: readonly KeyBinding[] = [
  { key: 'F12', run: (view) => goToDefinition(view, view.state.selection.main.head) },
  { key: 'F2', run: renameHere },
  { key: 'Alt-ArrowUp', run: stepNumber(1) },
  { key: 'Alt-ArrowDown', run: stepNumber(-1) },
  { key: 'Shift-Alt-f', run: putInOrder },
];
