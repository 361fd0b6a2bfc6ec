import { type Happening, perform, type Timeline } from '../dsl/index.ts';

/** What viewers set off, written into a timeline. A file of its own, so that it is fetched when the first viewer does something. */
export const setOff = (timeline: Timeline, happenings: readonly Happening[]): Timeline => perform(timeline, happenings);
