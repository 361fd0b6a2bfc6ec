import { check } from './check/check.ts';
import { MAX_DIAGNOSTICS } from './check/limits.ts';
import type { Model } from './check/model.ts';
import type { Surroundings } from './check/surroundings.ts';
import { type Diagnostic, diagnose, type Staged } from './diagnostics.ts';
import { read } from './read/read.ts';

/** Text to `Model`: `read` and `check` with their diagnostics in the order of the script, each once, and not too many. */
export function analyse(text: string, surroundings: Surroundings = {}): Staged<Model> {
  const script = read(text);
  const model = check(script.value, surroundings);
  return { value: model.value, diagnostics: inOrder([...script.diagnostics, ...model.diagnostics]) };
}

function inOrder(all: readonly Diagnostic[]): Diagnostic[] {
  const once = new Map<string, Diagnostic>();
  for (const diagnostic of all) {
    const key = `${diagnostic.span.offset} ${diagnostic.code} ${diagnostic.message}`;
    if (!once.has(key)) once.set(key, diagnostic);
  }
  const sorted = [...once.values()].sort((a, b) => a.span.offset - b.span.offset);
  const more = sorted.length - MAX_DIAGNOSTICS;
  const last = sorted[MAX_DIAGNOSTICS];
  if (more <= 0 || !last) return sorted;
  return [...sorted.slice(0, MAX_DIAGNOSTICS), diagnose('dsl/limit-diagnostics', last.span, { more })];
}
