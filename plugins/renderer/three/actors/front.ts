/**
 * Turns what has a face so that it looks at the viewer, whichever way it is said to look: radians about the upright
 * that undo the turn of the whole, and `lean` to the side it looks to.
 */
export const facingViewer = (heading: number, lean: number): number => ((heading - 1) / 2) * Math.PI + lean * heading;
