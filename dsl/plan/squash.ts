import type { Operation } from './patch.ts';
import { tokensOf } from './pointer.ts';

/**
 * Fewer operations that do the same: wherever the given ones apply, the result applies too and gives an equal
 * document with its members in the same order. Operations on array elements shift each other, so nothing is merged across them.
 */
export function squash(operations: readonly Operation[]): Operation[] {
  const kept: (Operation | null)[] = [];
  let latest = new Map<string, number>();
  let below = new Map<string, Set<number>>();

  const forget = (at: number) => {
    const gone = kept[at];
    kept[at] = null;
    if (gone && latest.get(gone.path) === at) latest.delete(gone.path);
  };
  const keep = (operation: Operation) => {
    const at = kept.push(operation) - 1;
    latest.set(operation.path, at);
    for (const parent of parentsOf(operation.path)) {
      const children = below.get(parent);
      if (children) children.add(at);
      else below.set(parent, new Set([at]));
    }
  };

  for (const operation of operations) {
    const { path, op } = operation;
    if (touchesArray(path)) {
      kept.push(operation);
      latest = new Map();
      below = new Map();
      continue;
    }
    const before = latest.get(path);
    const earlier = before === undefined ? null : kept[before];
    for (const child of below.get(path) ?? []) forget(child);
    below.delete(path);
    if (before === undefined || !earlier || earlier.op === 'remove') keep(operation);
    else if (op !== 'remove') kept[before] = { op: earlier.op, path, value: operation.value };
    else if (earlier.op === 'replace') {
      forget(before);
      keep(operation);
    } else keep(operation);
  }
  return kept
    .filter((operation) => operation !== null)
    .map(({ op, path, value }) => (op === 'remove' ? { op, path } : { op, path, value }));
}

function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
    parents.push(path.slice(0, at));
    if (at === 0) break;
  }
  return parents;
}

const touchesArray = (path: string): boolean => (tokensOf(path) ?? []).some((token) => /^(\d+|-)$/.test(token));
