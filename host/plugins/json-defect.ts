/** Where and why a text is not JSON. `line` and `column` count from 1. */
export interface JsonDefect {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const complaint = (text: string): string | null => {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const POSITION = / in JSON at position (\d+).*$/s;

/** The engine's message names a position only sometimes; otherwise it is the end of the longest beginning that could still become JSON. */
const positionOf = (text: string, message: string): number => {
  const stated = POSITION.exec(message)?.[1];
  if (stated !== undefined) return Number(stated);
  const viable = (length: number): boolean => {
    const said = complaint(text.slice(0, length));
    if (said === null || /Unexpected end|Unterminated/.test(said)) return true;
    const at = POSITION.exec(said)?.[1];
    return at !== undefined && Number(at) >= length;
  };
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (viable(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Null for valid JSON. */
export function findJsonDefect(text: string): JsonDefect | null {
  const message = complaint(text);
  if (message === null) return null;
  const before = text.slice(0, positionOf(text, message)).split('\n');
  return {
    message: message.replace(POSITION, '').replace(/, (?:\.{3})?".*"(?:\.{3})? is not valid JSON$/s, ''),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
