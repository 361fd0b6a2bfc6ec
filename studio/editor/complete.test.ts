import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completeScene } from './complete.ts';

const SCRIPT = 'actor cow is cow\nsay line "The cow’s moon, the moon"\nmove cow as jump\n';

const offered = (typed: string): string[] => {
  const state = EditorState.create({ doc: SCRIPT + typed });
  const result = completeScene(new CompletionContext(state, state.doc.length, true));
  return result?.options.map(({ label }) => label) ?? [];
};

describe('completion', () => {
  it('offers kinds after “is”, places after “environment”, words after a line and a dot', () => {
    expect(offered('actor x is ')).toContain('rocket');
    expect(offered('environment ni')).toContain('night-meadow');
    expect(offered('on line.')).toEqual(['The', 'cow’s', 'moon', 'the']);
    expect(offered('move ')).toEqual(['cow']);
  });

  it('offers statements elsewhere', () => {
    expect(offered('em')).toContain('emit');
  });
});
