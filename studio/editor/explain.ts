import { hoverTooltip } from '@codemirror/view';
import { hover } from '../../dsl/index.ts';

/** What the language says about the word under the pointer. */
export const explainScene = hoverTooltip((view, at) => {
  const found = hover(view.state.doc.toString(), at);
  if (!found) return null;
  const create = () => {
    const dom = document.createElement('div');
    dom.className = 'cm-explanation';
    dom.textContent = found.text;
    return { dom };
  };
  return { pos: found.offset, end: found.offset + found.length, create };
});
