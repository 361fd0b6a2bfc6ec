import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../secret.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Compares digests, all of them, so that the time taken tells nothing about any key. */
export class KeyRing {
  readonly #digests: readonly Buffer[];
  constructor(keys: readonly Secret[]) {
    this.#digests = keys.map((key) => digest(key.reveal()));
  }
  get size(): number {
    return this.#digests.length;
  }
  has(presented: string | null): boolean {
    const given = digest(presented ?? '');
    let known = false;
    for (const each of this.#digests) known = timingSafeEqual(each, given) || known;
    return known && presented !== null;
  }
}
