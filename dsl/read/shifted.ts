/** Copies of nodes or diagnostics whose spans and edits lie so much further on. Columns stay: lines move as a whole. */
export function shifted<T>(nodes: readonly T[], offset: number, lines: number): readonly T[] {
  if (offset === 0 && lines === 0) return nodes;
  const move = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(move);
    if (typeof node !== 'object' || node === null) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(node)) copy[key] = typeof part === 'object' ? move(part) : part;
    if (typeof copy.offset === 'number') copy.offset += offset;
    if (typeof copy.line === 'number') copy.line += lines;
    return copy;
  };
  return nodes.map((node) => move(node) as T);
}
