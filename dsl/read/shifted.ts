import type { Span } from '../diagnostics.ts';

/** Copies of nodes or diagnostics whose spans and edits lie so much further on. Columns stay: lines move as a whole. */
export function shifted<T>(nodes: readonly T[], offset: number, lines: number): readonly T[] {
  if (offset === 0 && lines === 0) return nodes;
  const move = (node: object): object => {
    if (Array.isArray(node)) return node.map((each) => (isNode(each) ? move(each) : each));
    // Most of what there is are spans.
    if (isSpan(node)) {
      return { offset: node.offset + offset, length: node.length, line: node.line + lines, column: node.column };
    }
    const copy: Record<string, unknown> = { ...node };
    for (const key in copy) {
      const part = copy[key];
      if (typeof part === 'object' && part !== null) copy[key] = move(part);
    }
    if (typeof copy.offset === 'number') copy.offset += offset;
    return copy;
  };
  return nodes.map((node) => (isNode(node) ? (move(node) as T) : node));
}

const isNode = (part: unknown): part is object => typeof part === 'object' && part !== null;
const isSpan = (node: object): node is Span => 'column' in node;
