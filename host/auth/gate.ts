import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Config } from '../config.ts';
import type { ErrorCode } from '../errors.ts';
import { accessOf } from './access.ts';
import { AddressList, LOOPBACK } from './addresses.ts';
import { KeyRing } from './key-ring.ts';
import type { TicketOffice } from './ticket-office.ts';

/** What the gate looks at of a request. */
export interface Visitor {
  readonly route: string | undefined;
  readonly method: string;
  readonly websocket: boolean;
  readonly address: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly query: { readonly api_key?: unknown; readonly ticket?: unknown };
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Decides who comes in, for HTTP and WebSocket alike. */
export class Gate {
  readonly #auth: Config['auth'];
  readonly #keys: KeyRing;
  readonly #trusted: AddressList;
  readonly #tickets: TicketOffice;
  readonly #names: ReadonlySet<string>;

  constructor(auth: Config['auth'], listenHost: string, tickets: TicketOffice) {
    this.#auth = auth;
    this.#keys = new KeyRing(auth.keys);
    this.#trusted = new AddressList(auth.allowedIps);
    this.#tickets = tickets;
    this.#names = new Set([
      'localhost',
      listenHost.toLowerCase(),
      ...auth.allowedHosts.map((name) => name.toLowerCase()),
    ]);
  }

  /** Null lets the visitor in; otherwise the code of the refusal. */
  refusal(visitor: Visitor): ErrorCode | null {
    const access = accessOf(visitor.route);
    if (access === 'open') return null;
    if (access === 'loopback' && LOOPBACK.has(visitor.address)) return null;
    if (this.#auth.mode === 'api-key') return this.#hasKey(visitor) ? null : 'invalid_api_key';
    if (!this.#trusted.has(visitor.address)) return 'ip_not_allowed';
    // An address alone is not consent: a page of another site, or a name that was rebound to this machine, comes from it too.
    if (!this.#knowsHost(visitor.headers.host)) return 'host_not_allowed';
    if ((visitor.websocket || !READING.has(visitor.method)) && !this.#knowsOrigin(visitor.headers))
      return 'origin_not_allowed';
    return null;
  }

  #hasKey({ headers, query, websocket }: Visitor): boolean {
    const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    if (this.#keys.has(text(headers['x-api-key'])) || this.#keys.has(text(bearer))) return true;
    // Browsers cannot set headers on a WebSocket; only there may a key or a ticket stand in the address.
    return websocket && (this.#keys.has(text(query.api_key)) || this.#tickets.redeem(text(query.ticket)));
  }

  /** An address is never rebound, so only names are looked up. */
  #knowsHost(header: string | undefined): boolean {
    const name = hostName(header);
    if (name === null) return false;
    return isIP(name) !== 0 || this.#names.has(name) || name.endsWith('.localhost');
  }

  /** Programs send no Origin; browsers always do for these. */
  #knowsOrigin({ origin, host }: IncomingHttpHeaders): boolean {
    if (origin === undefined) return true;
    if (this.#auth.allowedOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
  }
}

function hostName(header: string | undefined): string | null {
  if (header === undefined || !URL.canParse(`http://${header}`)) return null;
  return new URL(`http://${header}`).hostname.toLowerCase().replace(/^\[|\]$/g, '');
}
