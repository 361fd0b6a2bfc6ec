import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { NAMED, WORDS } from './vocabulary.ts';

const options = (words: readonly string[], type: string): Completion[] => words.map((label) => ({ label, type }));

/** Names that the script declares, in the order of their first appearance. */
export function declaredNames(script: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name] of script.matchAll(/\b(?:actor|text|light|material|say|beat|as)\s+([\p{L}_][\p{L}\p{N}_-]*)/gu)) {
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

/** The words of each spoken line, for `on line.word`. */
export function wordsOf(line: string, script: string): readonly string[] {
  const name = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const said = new RegExp(`\\bsay\\s+${name}\\s+"([^"]*)"`, 'u').exec(script)?.[1] ?? '';
  return [...new Set(said.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [])];
}

/** Offers what may stand at the cursor: after `is` a kind, after `environment` a place, after `line.` its words, else words and names. */
export function completeScene(context: CompletionContext): CompletionResult | null {
  const script = context.state.doc.toString();
  const before = context.matchBefore(/(?:([\p{L}_][\p{L}\p{N}_-]*)(\s+|\.))?[\p{L}\p{N}_-]*/u);
  const typed = context.matchBefore(/[\p{L}\p{N}_-]*/u);
  if (typed === null || (typed.text === '' && !context.explicit && !before?.text.endsWith('.'))) return null;
  const lead = /([\p{L}_][\p{L}\p{N}_-]*)(\s+|\.)[\p{L}\p{N}_-]*$/u.exec(before?.text ?? '');
  const word = lead?.[1] ?? '';
  if (lead?.[2] === '.') return { from: typed.from, options: options(wordsOf(word, script), 'text') };
  return { from: typed.from, options: [...special(word, script)] };
}

function special(word: string, script: string): readonly Completion[] {
  const names = options(declaredNames(script), 'variable');
  switch (word) {
    case 'is':
      return [...options(NAMED.kinds, 'type'), ...options(NAMED.recipes, 'type')];
    case 'environment':
      return options(NAMED.environments, 'type');
    case 'emit':
      return options(NAMED.effects, 'type');
    case 'move':
    case 'fade':
    case 'turn':
    case 'animate':
    case 'apply':
    case 'lyrics':
    case 'on':
    case 'after':
    case 'from':
    case 'follow':
      return names;
    case 'only':
      return options(['2d', '3d'], 'keyword');
    default:
      return [...options(WORDS.statements, 'keyword'), ...options(WORDS.clauses, 'keyword'), ...names];
  }
}
