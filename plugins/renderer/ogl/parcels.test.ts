import { describe, expect, it } from 'vitest';
import { Parcels } from './parcels.ts';

function crates() {
  const fetched: string[] = [];
  const parcels = new Parcels<number>([
    {
      names: ['one', 'two'],
      fetch: async () => {
        fetched.push('first');
        return { things: { one: 1, two: 2 } };
      },
    },
    {
      names: ['three'],
      fetch: async () => {
        fetched.push('second');
        if (fetched.length === 1) throw new Error('no network');
        return { things: { three: 3 } };
      },
    },
  ]);
  return { parcels, fetched };
}

describe('parcels', () => {
  it('are fetched when something in them is needed, each once', async () => {
    const { parcels, fetched } = crates();
    await Promise.all([parcels.load((name) => name === 'two'), parcels.load((name) => name === 'one')]);
    expect(fetched).toEqual(['first']);
    expect(parcels.get('one')).toBe(1);
    expect(parcels.get('three')).toBeUndefined();
  });

  it('are known before they come; names of nothing are not', async () => {
    const { parcels } = crates();
    expect(parcels.knows('three')).toBe(true);
    expect(parcels.knows('constructor')).toBe(false);
    await parcels.load((name) => name === 'nothing');
    expect(parcels.get('constructor')).toBeUndefined();
  });

  it('may be asked for again after one got lost', async () => {
    const { parcels } = crates();
    await expect(parcels.load((name) => name === 'three')).rejects.toThrow('no network');
    await parcels.load((name) => name === 'three');
    expect(parcels.get('three')).toBe(3);
  });
});
