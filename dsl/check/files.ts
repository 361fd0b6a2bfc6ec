import type { Script, Statement } from '../read/ast.ts';

/** Whether a path leads to a file beside the script or below it, whatever the system it is opened on. */
export function safePath(path: string): boolean {
  const parts = path.split('/');
  return path.length <= 200 && parts.every((part) => /^[\p{L}\p{N}_\- ().]+$/u.test(part) && !/^\.{1,2}$/.test(part));
}

/** The data files that a script names: what a host has to lay beside it. Images and models are fetched by renderers. */
export function filesOf(script: Script): readonly string[] {
  const paths = new Set<string>();
  const walk = (statements: readonly Statement[]) => {
    for (const statement of statements) {
      const from = statement.clauses.find(({ name }) => name === 'from')?.value;
      if (statement.kind === 'chart' && from?.kind === 'text' && safePath(from.value)) paths.add(from.value);
      if ('body' in statement && statement.body) walk(statement.body);
    }
  };
  walk(script.statements);
  return [...paths];
}
