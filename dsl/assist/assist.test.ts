import { describe, expect, it } from 'vitest';
import { STATEMENT_KEYWORDS } from '../read/grammar-rules.ts';
import { complete } from './complete.ts';
import { HANDBOOK } from './handbook.ts';
import { hover } from './hover.ts';

const SCRIPT = 'scene "A" {\n  actor cow is cow\n  say line "The cow, the moon."\n  move cow to (1, 2) as jump\n  ';
const offered = (typed: string) =>
  complete(SCRIPT + typed, SCRIPT.length + typed.length).words.map(({ label }) => label);

describe('the language service', () => {
  it('says something about every word that begins a statement, and about no other', () => {
    expect(Object.keys(HANDBOOK).sort()).toEqual([...STATEMENT_KEYWORDS].sort());
  });

  it('offers what fits, in a script that is half typed', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['emit', 'camera']));
    expect(offered('actor x is ')).toContain('rocket');
    expect(offered('environment ni')).toContain('night-meadow');
    expect(offered('on line.')).toEqual(['The', 'cow', 'the', 'moon']);
    expect(offered('emit dust from cow.')).toEqual(expect.arrayContaining(['head', 'tail']));
    expect(offered('move ')).toEqual(['cow']);
    expect(offered('after ')).toEqual(['line', 'jump']);
    expect(offered('animate cow ')).toContain('walk');
    expect(offered('change cow ')).toEqual(expect.arrayContaining(['opacity', 'spots']));
    expect(offered('fade cow out over 2s ')).not.toContain('over');
    expect(offered('// move ')).toEqual([]);
  });

  it('explains statements, kinds and names', () => {
    expect(hover(SCRIPT, SCRIPT.indexOf('actor'))?.text).toContain('Something on the stage');
    expect(hover(SCRIPT, SCRIPT.indexOf('is cow') + 3)?.text).toContain('spots');
    expect(hover(SCRIPT, SCRIPT.indexOf('move cow') + 5)?.text).toBe('actor cow is cow');
  });
});
