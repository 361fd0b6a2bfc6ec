import { BlockList, isIP } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** `::ffff:127.0.0.1` is 127.0.0.1. */
const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address;

/** A list of addresses and CIDR ranges, already known to be well-formed. */
export class AddressList {
  readonly #list = new BlockList();
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, Number(prefix), family);
    }
  }
  has(address: string | undefined): boolean {
    const known = plain(address ?? '');
    const family = isIP(known);
    return family !== 0 && this.#list.check(known, family === 6 ? 'ipv6' : 'ipv4');
  }
}

export const LOOPBACK: AddressList = new AddressList(['127.0.0.0/8', '::1/128']);
