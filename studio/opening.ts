import type { Timeline } from '../dsl/index.ts';
import { isTimeline } from './compile/timeline-head.ts';

/** The file beside the page that the build compiles the opening scene into: its first picture waits for no compiler. */
export const OPENING_FILE = 'opening.json';

export interface Opening {
  readonly script: string;
  readonly timeline: Timeline;
}

export async function fetchOpening(base: URL): Promise<Opening> {
  const response = await fetch(new URL(OPENING_FILE, base));
  const json: unknown = await response.json().catch(() => undefined);
  if (isOpening(json)) return json;
  throw new Error(`The opening scene could not be loaded (${response.status}). Build the studio again.`);
}

const isOpening = (json: unknown): json is Opening =>
  typeof json === 'object' &&
  json !== null &&
  'script' in json &&
  typeof json.script === 'string' &&
  'timeline' in json &&
  isTimeline(json.timeline);
