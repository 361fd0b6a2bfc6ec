import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { definition, references, rename } from './rename.ts';
import { coloursIn, timesIn } from './values-in-place.ts';

const SCRIPT = `scene "A" {
  actor cow is cow at (200, 500)
  actor moon is moon at (600, 100)
  say line "The cow, the moon."
  on line.moon { move cow to above moon by 20 over 2s as jump }
  after jump { fade moon out over 300ms }
  light glow from moon color gold
}`;
const renamed = (name: string, to: string) => {
  const edits = rename(SCRIPT, SCRIPT.indexOf(`actor ${name}`) + 6, to);
  return (
    edits?.reduceRight((so, edit) => so.slice(0, edit.offset) + to + so.slice(edit.offset + edit.length), SCRIPT) ??
    null
  );
};

describe('names', () => {
  it('finds where a thing is declared and called, and takes neither kinds nor spoken words for it', () => {
    expect(definition(SCRIPT, SCRIPT.indexOf('fade moon') + 6)?.offset).toBe(SCRIPT.indexOf('actor moon') + 6);
    expect(references(SCRIPT, SCRIPT.indexOf('fade moon') + 6)).toHaveLength(4);
    expect(definition(SCRIPT, SCRIPT.indexOf('actor'))).toBeNull();
  });

  it('leaves the timeline as it was, but for the name', () => {
    const script = renamed('moon', 'luna') ?? '';
    expect(script).toContain('actor luna is moon');
    expect(script).toContain('on line.moon');
    const shown = (text: string) =>
      JSON.stringify({ ...compile(text, { mode: '2d' }).value, hash: '' }).replace(/"span":\{[^}]*\}/g, '');
    expect(shown(script).replaceAll('luna', 'moon')).toBe(shown(SCRIPT));
  });

  it('refuses names that are taken or are none', () => {
    expect(renamed('moon', 'cow')).toBeNull();
    expect(renamed('moon', 'two words')).toBeNull();
    expect(renamed('moon', 'end')).toBeNull();
  });
});

describe('values in place', () => {
  it('finds colours and times', () => {
    expect(coloursIn(SCRIPT).map(({ color }) => color)).toEqual(['#ffd700']);
    expect(timesIn(SCRIPT).map(({ ms }) => ms)).toEqual([2000, 300]);
  });
});
