import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { complete } from '../../dsl/index.ts';

const TYPES = { statement: 'keyword', clause: 'keyword', name: 'variable', value: 'type', word: 'text' } as const;

/** What the language says may stand at the cursor. */
export function completeScene(context: CompletionContext): CompletionResult | null {
  const script = context.state.doc.toString();
  const { offset, words } = complete(script, context.pos);
  const began = offset < context.pos || script.charAt(offset - 1) === '.';
  if (!began && !context.explicit) return null;
  const options = words.map(({ label, kind, detail }) => ({ label, detail, type: TYPES[kind] }));
  return options.length === 0 ? null : { from: offset, options };
}
