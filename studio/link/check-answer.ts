import type { AnswerKind, Checked } from './host-schemas.ts';

/** Checks something that came from the host; fetches the schemas the first time. */
export async function checkAnswer<K extends AnswerKind>(kind: K, value: unknown): Promise<Checked<K>> {
  const schemas = await import('./host-schemas.ts');
  return schemas.checkAnswer(kind, value);
}
