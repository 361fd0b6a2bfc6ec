import { tokensOf } from './pointer.ts';
import type { Patch } from './timeline.ts';

/** A change without a time: what of a patch decides its effect. */
export type Operation = Pick<Patch, 'op' | 'path' | 'value'>;

export type Applied<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** `patch/bad-pointer`: not a JSON Pointer, or into a prototype. `patch/no-such-path`: nothing is there. */
      readonly code: 'patch/bad-pointer' | 'patch/no-such-path';
      readonly message: string;
    };

/**
 * Applies one RFC 6902 `add`, `replace` or `remove` and returns a new document, sharing what has not changed. The
 * document given is left as it was; a patch that does not fit gives an error value and changes nothing.
 */
export function apply<T>(document: T, patch: Operation): Applied<T> {
  const tokens = tokensOf(patch.path);
  if (!tokens)
    return { ok: false, code: 'patch/bad-pointer', message: `“${patch.path}” is not a pointer into a scene.` };
  const changed = changeAt(document, tokens, 0, patch);
  // A patch may replace any part of a document, so that the result has the document's type is the caller's knowledge.
  return changed === MISSING ? noSuchPath(patch.path) : { ok: true, value: changed as T };
}

/** The operation that undoes `patch` on `document`: applying both gives `document` again. */
export function invert<T>(document: T, patch: Operation): Applied<Operation> {
  const applied = apply(document, patch);
  if (!applied.ok) return applied;
  const tokens = tokensOf(patch.path) ?? [];
  const before = valueAt(document, tokens);
  const inArray = tokens.length > 0 && Array.isArray(valueAt(document, tokens.slice(0, -1)));
  if (patch.op === 'remove') return { ok: true, value: { op: 'add', path: patch.path, value: before } };
  if (patch.op === 'add' && (inArray || before === MISSING)) {
    return { ok: true, value: { op: 'remove', path: arrayEnd(document, patch.path, tokens) } };
  }
  return { ok: true, value: { op: 'replace', path: patch.path, value: before } };
}

/** Stands for “nothing there”, which no JSON value does. */
const MISSING = Symbol('missing');
type Maybe = unknown;

const noSuchPath = (path: string): Applied<never> => ({
  ok: false,
  code: 'patch/no-such-path',
  message: `There is nothing at “${path}” to change.`,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt(document: unknown, tokens: readonly string[]): Maybe {
  let value = document;
  for (const token of tokens) {
    if (Array.isArray(value)) value = indexOf(token, value.length - 1) === null ? MISSING : value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return MISSING;
  }
  return value;
}

function indexOf(token: string, highest: number): number | null {
  if (!/^(0|[1-9]\d*)$/.test(token)) return null;
  const index = Number(token);
  return index <= highest ? index : null;
}

/** A `-` at the end of a pointer means after the last element; undoing needs its number. */
function arrayEnd(document: unknown, path: string, tokens: readonly string[]): string {
  const parent = valueAt(document, tokens.slice(0, -1));
  return tokens.at(-1) === '-' && Array.isArray(parent) ? `${path.slice(0, -1)}${parent.length}` : path;
}

function changeAt(value: unknown, tokens: readonly string[], depth: number, patch: Operation): Maybe {
  const token = tokens[depth];
  if (token === undefined) return patch.op === 'remove' ? MISSING : patch.value;
  const final = depth === tokens.length - 1;
  if (Array.isArray(value)) {
    const adding = final && patch.op === 'add';
    const index = adding && token === '-' ? value.length : indexOf(token, adding ? value.length : value.length - 1);
    if (index === null) return MISSING;
    if (adding) return value.toSpliced(index, 0, patch.value);
    if (final && patch.op === 'remove') return value.toSpliced(index, 1);
    const inner = changeAt(value[index], tokens, depth + 1, patch);
    return inner === MISSING ? MISSING : value.with(index, inner);
  }
  if (!isObject(value)) return MISSING;
  const known = Object.hasOwn(value, token);
  if (!known && !(final && patch.op === 'add')) return MISSING;
  if (final && patch.op === 'remove') {
    const { [token]: _gone, ...rest } = value;
    return rest;
  }
  const inner = changeAt(known ? value[token] : undefined, tokens, depth + 1, patch);
  return inner === MISSING ? MISSING : { ...value, [token]: inner };
}
