import { fileURLToPath } from 'node:url';

/** The certified scene that the product ships. */
export const COW = fileURLToPath(new URL('../../../scenarios/a-cow-moon.scene', import.meta.url));

/** A scene that is right in both readings. */
export const GOOD = `scene "A star" {
  actor star is moon at (400, 300)
  move star to (800, 300) at 1s over 1s
}
`;

/** The same with a name that nobody declared, on line 3. */
export const BAD = GOOD.replace('move star', 'move start');

/** A scene that speaks six words, in a line called `line`. */
export const SPOKEN = `scene "Spoken" {
  actor star is moon at (400, 300)
  say line "The cow jumps over the moon" at 0.5s
}
`;
