import { EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type Highlight, type HighlightClass, highlight } from '../../dsl/index.ts';

const painted = (as: HighlightClass | 'kind'): Decoration => Decoration.mark({ class: `cm-scene-${as}` });

const MARKS: Readonly<Record<HighlightClass, Decoration>> = {
  statement: painted('statement'),
  clause: painted('clause'),
  name: painted('name'),
  number: painted('number'),
  text: painted('text'),
  color: painted('color'),
  comment: painted('comment'),
  sign: painted('sign'),
};
const KIND = painted('kind');

/** Words behind which a name is one of the language's kinds, not one of the author's things. */
const LEADS_TO_KIND: ReadonlySet<string> = new Set(['is', 'environment']);

function paint(view: EditorView, words: readonly Highlight[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const wordAt = (word: Highlight) => doc.sliceString(word.offset, word.offset + word.length);
  for (const [at, word] of words.entries()) {
    const to = word.offset + word.length;
    if (!view.visibleRanges.some((range) => word.offset < range.to && to > range.from)) continue;
    const before = words[at - 1];
    const isKind = word.class === 'name' && before !== undefined && LEADS_TO_KIND.has(wordAt(before));
    builder.add(word.offset, to, isKind ? KIND : MARKS[word.class]);
  }
  return builder.finish();
}

/** Paints what can be seen; the words are found anew only when the script changes. */
const painter = ViewPlugin.fromClass(
  class {
    words: readonly Highlight[];
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.words = highlight(view.state.doc.toString());
      this.decorations = paint(view, this.words);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged) this.words = highlight(update.state.doc.toString());
      if (update.docChanged || update.viewportChanged) this.decorations = paint(update.view, this.words);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

const colours = EditorView.baseTheme({
  '.cm-scene-statement': { color: 'var(--code-keyword)', fontWeight: '600' },
  '.cm-scene-clause': { color: 'var(--code-keyword)' },
  '.cm-scene-kind': { color: 'var(--code-kind)' },
  '.cm-scene-name': { color: 'var(--code-name)' },
  '.cm-scene-text': { color: 'var(--code-string)' },
  '.cm-scene-number, .cm-scene-color': { color: 'var(--code-number)' },
  '.cm-scene-comment': { color: 'var(--code-comment)', fontStyle: 'italic' },
  '.cm-scene-sign': { color: 'var(--muted)' },
});

const habits = [{ commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '{', '"'] } }];

/** The scene language in the editor: its own reader tells what each word is, so colours and compiler agree. */
export const sceneLanguage: Extension = [painter, colours, EditorState.languageData.of(() => habits)];
