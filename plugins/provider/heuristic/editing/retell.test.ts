import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../dsl/index.ts';
import { retell, retold } from './retell.ts';

const FISH = { kind: 'fish', word: 'fish' };
const DOG = { kind: 'dog', word: 'dog' };

describe('a line after a follow-up', () => {
  it.each([
    ['Two red fish swim in the sea.', FISH, 'green', 4, 'Four green fish swim in the sea.'],
    ['A dog runs to the house.', DOG, null, 3, 'Three dogs run to the house.'],
    ['Here are 3 dogs.', DOG, null, 5, 'Here are 5 dogs.'],
    ['Two dogs jump.', DOG, null, 1, 'One dog jumps.'],
    ['A white puppy is here.', DOG, 'brown', 2, 'Two brown puppies are here.'],
    ['“Two cats!” he said, and a red dog barked.', DOG, 'black', null, '“Two cats!” he said, and a black dog barked.'],
  ])('%s', (text, noun, colour, count, now) => {
    expect(retold(text, { noun, colour, count }).text).toBe(now);
  });

  it('stays as it is where it does not speak of them, or says no number and no colour', () => {
    expect(retold('The fish swims.', { noun: FISH, colour: 'blue', count: null }).text).toBe('The fish swims.');
    expect(retold('A cat sleeps.', { noun: DOG, colour: 'red', count: 2 }).text).toBe('A cat sleeps.');
    expect(retold('Dogs run.', { noun: DOG, colour: null, count: 5 }).text).toBe('Dogs run.');
  });

  it('takes its cues along, and leaves alone what only looks like one', () => {
    const script = `scene "line.runs" {
  actor dog is dog at (300, 500)
  say line "A dog runs." at 0.5s
  on line.runs { move dog to (600, 500) over 1s }
}
`;
    const now = retell(script, [{ noun: DOG, colour: null, count: 2 }]);
    expect(now).toContain('say line "Two dogs run."');
    expect(now).toContain('on line.run {');
    expect(now).toContain('scene "line.runs"');
    expect(analyse(now).diagnostics).toEqual(analyse(script).diagnostics);
  });
});
