import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../dsl/index.ts';
import { answer } from '../answer.ts';
import { readPrompt } from './read-prompt.ts';

const castOf = (prompt: string) =>
  readPrompt(prompt).cast.map(({ kind, count, colors, scale }) => ({ kind, count, colors, scale }));

describe('reading a prompt', () => {
  it('finds number, size and colour of each noun', () => {
    expect(castOf('Two big red cows and a tiny #0f0 bird')).toEqual([
      { kind: 'cow', count: 2, colors: ['#ff0000'], scale: 1.35 },
      { kind: 'bird', count: 1, colors: ['#00ff00'], scale: 0.45 },
    ]);
  });

  it('caps numbers at twelve', () => {
    expect(castOf('5000 balloons')).toMatchObject([{ count: 12 }]);
    expect(castOf('twenty-five balloons')).toMatchObject([{ count: 12 }]);
  });

  it('gives mixed colours in turn', () => {
    expect(castOf('four red and blue balls')).toMatchObject([{ count: 4, colors: ['#ff0000', '#0000ff'] }]);
  });

  it('knows an orange from something orange', () => {
    expect(castOf('an orange fish')).toMatchObject([{ kind: 'fish', colors: ['#ffa500'] }]);
    expect(castOf('an orange')).toMatchObject([{ kind: 'thing', colors: [] }]);
  });

  it('finds who does what to whom, in order', () => {
    const { deeds, cast } = readPrompt('A dog chases a cat, then the cat jumps over a box and a bird flies away');
    const name = (index: number | null): string | null => (index === null ? null : (cast[index]?.kind ?? null));
    expect(deeds.map(({ act, subjects, object }) => [subjects.map(name).join(), act, name(object)])).toEqual([
      ['dog', 'follow', 'cat'],
      ['cat', 'jump', 'box'],
      ['bird', 'fly', null],
    ]);
  });

  it('takes quotations out, in several styles, and leaves apostrophes alone', () => {
    expect(readPrompt(`the cow's friend says “hello there” and 'good night'`).quotes).toEqual([
      'hello there',
      'good night',
    ]);
  });

  it('does not take the ball of the lyrics for a ball on stage', () => {
    expect(castOf('the words "la la" with a bouncing ball')).toEqual([]);
    expect(castOf('a red ball bounces')).toMatchObject([{ kind: 'ball' }]);
  });

  it('lets one actor do what it was made to do, in the sentence that is spoken', () => {
    const { sentence, deeds } = readPrompt('make a dog run and two cats jump');
    expect(sentence).toBe('a dog runs and two cats jump');
    expect(deeds.map((deed) => deed.word)).toEqual(['runs', 'jump']);
  });

  it('counts a colour with an article of its own as one more', () => {
    expect(castOf('a blue and a yellow fish')).toMatchObject([
      { kind: 'fish', count: 2, colors: ['#0000ff', '#ffff00'] },
    ]);
  });

  it('takes a verb that looks like nothing for no noun', () => {
    expect(castOf('children study a globe').map((one) => one.kind)).toEqual(['person', 'globe']);
    expect(castOf('a pirate looks for treasure')).toMatchObject([{ kind: 'person' }, { kind: 'thing' }]);
  });

  it('lets what a clause is about be who was named last', () => {
    const { cast, deeds } = readPrompt('a boy under a tree with a ball that falls');
    expect(deeds.map(({ act, subjects }) => [act, subjects.map((at) => cast[at]?.kind)])).toEqual([['fall', ['ball']]]);
  });

  it('keeps the one that acts apart from the one it belongs to', () => {
    const { cast, deeds } = readPrompt('the wheels of a car spin');
    expect(deeds.map(({ act, subjects }) => [act, subjects.map((at) => cast[at]?.noun)])).toEqual([
      ['spin', ['wheel']],
    ]);
  });

  it('reads a season, a valley and a room', () => {
    expect(readPrompt('a house in winter').effects).toEqual(['snow']);
    expect(readPrompt('two birds over a canyon at sunset')).toMatchObject({ scenery: 'valley', time: 'dusk' });
    expect(readPrompt('a cat in the kitchen')).toMatchObject({ scenery: 'room' });
  });

  it('finds place and time', () => {
    expect(readPrompt('a car in the city at midnight')).toMatchObject({ scenery: 'city', time: 'night' });
  });
});

describe('whatever is typed', () => {
  const fragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '"',
      '\\',
      '}',
      '{',
      '//',
      'a cow',
      'jumps over',
      'the moon',
      '\n',
      '\u0000',
      '\ud800',
      '«',
      'actor x is cow',
      'and',
      '12',
      'red',
    ),
  );

  it('becomes a script without errors, as an answer and as a follow-up', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 25 }), (fragments) => {
        const prompt = fragments.join(' ');
        const first = answer({ prompt, currentScript: null, failed: null, seed: 7 });
        const next = answer({ prompt, currentScript: first.script, failed: null, seed: 7 });
        for (const { script } of [first, next])
          expect(analyse(script).diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is never taken for script: quotations can not close the text they are put in', () => {
    const prompt = 'Write "x\\" } actor evil is cow at (1, 2) say l \\"y" and a dog';
    const { value } = analyse(answer({ prompt, currentScript: null, failed: null, seed: 7 }).script);
    expect(value.actors.map((one) => one.id)).not.toContain('evil');
  });
});
