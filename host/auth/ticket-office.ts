import { randomBytes } from 'node:crypto';

const LIFE_MS = 30_000;
const MOST = 1_000;

/** Tickets for one WebSocket each, so that no key has to stand in an address. */
export class TicketOffice {
  readonly #until = new Map<string, number>();
  readonly #now: () => number;
  constructor(now: () => number) {
    this.#now = now;
  }

  issue(): { readonly ticket: string; readonly expires_in_s: number } {
    const now = this.#now();
    // In order of issue, so the expired and the surplus are at the front.
    for (const [ticket, until] of this.#until) {
      if (until > now && this.#until.size < MOST) break;
      this.#until.delete(ticket);
    }
    const ticket = randomBytes(24).toString('base64url');
    this.#until.set(ticket, now + LIFE_MS);
    return { ticket, expires_in_s: LIFE_MS / 1000 };
  }

  /** True once per ticket, while it is valid. */
  redeem(ticket: string | null): boolean {
    if (ticket === null) return false;
    const until = this.#until.get(ticket);
    this.#until.delete(ticket);
    return until !== undefined && until > this.#now();
  }
}
