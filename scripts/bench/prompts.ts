/** What benches ask a host for. */
export const SCENARIO_A = 'A cow jumps over the moon';

const THINGS = ['cow', 'dog', 'cat', 'goldfish', 'bird', 'ball', 'rocket', 'boat', 'robot', 'balloon'] as const;
const COLOURS = ['red', 'blue', 'green', 'golden', 'purple', 'white', 'orange'] as const;
const PLACES = ['over the moon', 'past the tree', 'under the sun', 'near the house', 'above the lake'] as const;

/** Prompts that were never asked before, in this run or any other that the caches may remember: the number is spoken too. */
export function distinctPrompt(index: number): string {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(index / step) % list.length] ?? '';
  return `A ${pick(COLOURS, 1)} ${pick(THINGS, 3)} number ${index + 1} jumps ${pick(PLACES, 7)}`;
}
