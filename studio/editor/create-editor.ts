import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Cure, Diagnostic } from '../../dsl/index.ts';
import { authorKeys, clickToDefinition } from './author-keys.ts';
import { completeScene } from './complete.ts';
import { editorTheme } from './editor-theme.ts';
import { explainScene } from './explain.ts';
import { hangingIndent } from './hanging-indent.ts';
import { renaming } from './rename-here.ts';
import { sceneLanguage } from './scene-language.ts';
import { swatches } from './swatches.ts';

export interface SceneEditor {
  /** Another script: replaces everything, as one step that can be undone, and says nothing to `onChange`. */
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  apply(cure: Cure): void;
  goTo(offset: number): void;
}

/** Marks what did not come from the author's hands. */
const fromOutside = Annotation.define<boolean>();

const applyCure = (view: EditorView, cure: Cure): void => {
  const length = view.state.doc.length;
  const changes = cure.edits
    .filter((edit) => edit.offset + edit.length <= length)
    .map(({ offset, length: cut, text }) => ({ from: offset, to: offset + cut, insert: text }));
  view.dispatch({ changes, userEvent: 'input.complete', scrollIntoView: true });
};

function markOf(diagnostic: Diagnostic, length: number): Mark {
  const from = Math.min(diagnostic.span.offset, length);
  return {
    from,
    to: Math.min(from + Math.max(1, diagnostic.span.length), length),
    severity: diagnostic.severity,
    source: diagnostic.code,
    message: diagnostic.message,
    actions: diagnostic.cures.map((cure) => ({ name: cure.title, apply: (view) => applyCure(view, cure) })),
  };
}

/** Makes the script editor. Offsets are the compiler's: UTF-16 code units, with line ends as one unit. */
export function createEditor(make: {
  readonly parent: Element;
  readonly root: Document | ShadowRoot | HTMLElement | DocumentFragment;
  readonly text: string;
  readonly onChange: (text: string) => void;
}): SceneEditor {
  const view = new EditorView({
    parent: make.parent,
    ...(make.root instanceof ShadowRoot && { root: make.root }),
    state: EditorState.create({
      doc: make.text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentUnit.of('  '),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completeScene] }),
        explainScene,
        clickToDefinition,
        renaming,
        highlightActiveLine(),
        EditorView.lineWrapping,
        hangingIndent,
        keymap.of([
          ...authorKeys,
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        sceneLanguage,
        swatches,
        editorTheme,
        EditorView.contentAttributes.of({ 'aria-label': 'Scene script', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          const foreign = update.transactions.some((transaction) => transaction.annotation(fromOutside));
          if (update.docChanged && !foreign) make.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(text) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
        annotations: fromOutside.of(true),
        scrollIntoView: true,
      });
    },
    setDiagnostics(diagnostics) {
      const { length } = view.state.doc;
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((diagnostic) => markOf(diagnostic, length)),
        ),
      );
    },
    apply: (cure) => applyCure(view, cure),
    goTo(offset) {
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
  };
}
