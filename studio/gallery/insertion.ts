import { type Cure, declarationsIn } from '../../dsl/index.ts';

/** A statement for an actor of this kind, put before the brace that ends the scene, under a name that is still free. */
export function insertionOf(kind: string, script: string): Cure | null {
  const offset = script.lastIndexOf('}');
  if (offset < 0) return null;
  const taken = new Set(declarationsIn(script).map((declared) => declared.name.text));
  let name = kind;
  for (let at = 2; taken.has(name); at += 1) name = `${kind}-${at}`;
  const before = script.slice(0, offset).endsWith('\n') ? '' : '\n';
  return {
    title: `Add a ${kind}`,
    edits: [{ offset, length: 0, text: `${before}  actor ${name} is ${kind} at center\n` }],
  };
}
