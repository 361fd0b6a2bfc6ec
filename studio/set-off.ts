/** What viewers set off, written into a timeline. A file of its own, so that it is fetched when the first viewer does something. */
export { perform as setOff } from '../dsl/index.ts';
