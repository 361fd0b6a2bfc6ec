import * as z from 'zod/mini';
import { timelineSchema } from './compile/compile-protocol.ts';

/** The file beside the page that the build compiles the opening scene into: its first picture waits for no compiler. */
export const OPENING_FILE = 'opening.json';

const openingSchema = z.object({ script: z.string(), timeline: timelineSchema });

export type Opening = z.infer<typeof openingSchema>;

export async function fetchOpening(base: URL): Promise<Opening> {
  const response = await fetch(new URL(OPENING_FILE, base));
  const opening = z.safeParse(openingSchema, await response.json().catch(() => undefined));
  if (opening.success) return opening.data;
  throw new Error(`The opening scene could not be loaded (${response.status}). Build the studio again.`);
}
