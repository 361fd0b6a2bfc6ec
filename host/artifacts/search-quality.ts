/**
 * How well a way of searching finds what was asked for, on labelled queries (`labelled-queries.json`: 100 questions, each
 * with the one artifact of fifty that it is about).
 */
import { z } from 'zod';
import labelled from './labelled-queries.json' with { type: 'json' };

const schema = z.object({
  artifacts: z.array(z.tuple([z.string(), z.string(), z.string(), z.array(z.string())])),
  queries: z.array(z.tuple([z.string(), z.string()])),
});

const { artifacts, queries } = schema.parse(labelled);

export const LABELLED = artifacts.map(([id, title, summary, tags]) => ({ id, title, summary, tags }));

export interface SearchQuality {
  /** Mean of 1 / place of what was asked for; 0 where it is not found. */
  readonly mrr: number;
  /** Share of the queries that find it first, and among the first five. */
  readonly first: number;
  readonly among_five: number;
  readonly missed: readonly string[];
}

/** `search` gives ids, best first. */
export function searchQuality(search: (query: string) => readonly string[]): SearchQuality {
  const places = queries.map(([query, id]) => ({ query, place: search(query).indexOf(id) + 1 }));
  const share = (found: (place: number) => boolean) =>
    places.filter(({ place }) => found(place)).length / places.length;
  return {
    mrr: places.reduce((sum, { place }) => sum + (place === 0 ? 0 : 1 / place), 0) / places.length,
    first: share((place) => place === 1),
    among_five: share((place) => place > 0 && place <= 5),
    missed: places.filter(({ place }) => place === 0 || place > 5).map(({ query }) => query),
  };
}
