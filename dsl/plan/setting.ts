import type { Model } from '../check/model.ts';
import type { Cast } from './cast.ts';
import type { Ledger } from './ledger.ts';

/** What a step is written with. */
export interface Setting {
  readonly model: Model;
  readonly ledger: Ledger;
  readonly cast: Cast;
  readonly end_ms: number;
}
