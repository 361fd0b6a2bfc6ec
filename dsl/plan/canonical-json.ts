import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** JSON with sorted keys and no spaces: equal values have equal texts, whatever order they were built in (RFC 8785 in spirit). */
export const canonicalJson = (value: unknown): string => write(value, new Map()) ?? 'null';

/** Written keys are kept for as long as one value is written: a timeline has few keys, many times. */
type Keys = Map<string, string>;

/** What JSON leaves out is undefined, as with `JSON.stringify`. */
function write(value: unknown, keys: Keys): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '[';
    for (const item of value) text += `${text === '[' ? '' : ','}${write(item, keys) ?? 'null'}`;
    return `${text}]`;
  }
  return writeMembers(value as Readonly<Record<string, unknown>>, keys);
}

function writeMembers(members: Readonly<Record<string, unknown>>, keys: Keys): string {
  let text = '{';
  for (const key of inOrder(Object.keys(members))) {
    const member = write(members[key], keys);
    if (member === undefined) continue;
    let written = keys.get(key);
    if (written === undefined) {
      written = `${JSON.stringify(key)}:`;
      keys.set(key, written);
    }
    text += text === '{' ? written + member : `,${written}${member}`;
  }
  return `${text}}`;
}

/** By UTF-16 code units. Few keys, often in order already: put each into its place from the left. */
function inOrder(names: string[]): readonly string[] {
  if (names.length > 32) return names.sort();
  for (let at = 1; at < names.length; at += 1) {
    const name = names[at] ?? '';
    let place = at;
    for (let before = names[place - 1]; before !== undefined && before > name; before = names[place - 1]) {
      names[place] = before;
      place -= 1;
    }
    names[place] = name;
  }
  return names;
}

/** SHA-256 of the canonical JSON, in lower-case hex. */
export const contentHash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
