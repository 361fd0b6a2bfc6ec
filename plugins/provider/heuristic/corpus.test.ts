import { describe, expect, it } from 'vitest';
import { analyse, compile, createSampler, evaluateQuality, recogniseScenario } from '../../../dsl/index.ts';
import { answer } from './answer.ts';

const ask = (prompt: string) => answer({ prompt, currentScript: null, failed: null, seed: 7 });
const errorsOf = (script: string) => analyse(script).diagnostics.filter((one) => one.severity === 'error');

/** Prompts, and what must be on stage: kinds with their number, or labels of cards. */
const CORPUS: readonly (readonly [prompt: string, ...onStage: string[]])[] = [
  ['A red car drives past a house in the city at sunset', 'car', 'house'],
  ['three blue birds fly over a tree', '3 bird', 'tree'],
  ['A rocket launches to Mars', 'rocket', 'planet'],
  ['a goldfish swims in a bowl', 'goldfish', 'fish-bowl'],
  ['A dog chases a cat around a tree', 'dog', 'cat', 'tree'],
  ['snow falls on a little cottage', 'house'],
  ['red and blue balloons rise over the meadow', '3 balloon'],
  ['The earth orbits the sun while a robot waves', 'globe', 'sun', 'robot'],
  ['fireworks over the city at night'],
  ['twelve stars twinkle in the night sky', '12 star'],
  ['A boy and a girl dance. They jump over a ball.', '2 person', 'ball'],
  ['a dragon guards a castle', 'dragon', 'castle'],
  ['Create a scene about teamwork', 'teamwork'],
  ['Please show me a butterfly on a flower', 'butterfly', 'flower'],
  ['a sailboat on the ocean at dusk', 'boat'],
  ['two robots and a box', '2 robot', 'box'],
  ['a heart beats and grows', 'heart'],
  ['a huge mountain behind a tiny house', 'mountain', 'house'],
  ['can you draw a purple cat with a yellow ball?', 'cat', 'ball'],
  ['The sun rises over the mountains', 'sun', '3 mountain'],
  ['A bird, a plane and a rocket', 'bird', 'airplane', 'rocket'],
  ['a teacher reads a book to five children', '6 person', 'book'],
  ['ten green balls fall', '10 ball'],
  ['a spaceship flies past Saturn', 'rocket', 'planet'],
  ['an owl sits on a tree at midnight', 'bird', 'tree'],
  ['a yellow taxi and a blue bus', '2 car'],
  ['The wolf runs through the forest', 'dog', '3 tree'],
  ['a moon glows', 'moon'],
  ['clouds drift over a lake', '3 cloud'],
  ['A unicorn jumps over a rainbow', 'unicorn', 'rainbow'],
  ['penguins slide on ice', '3 penguins'],
  ['a volcano explodes', 'volcano'],
  ['a cat on a box', 'cat', 'box'],
  ['a dozen puppies', '12 dog'],
  ['a hundred butterflies', '12 butterfly'],
  ['a small white dog and a big black cat', 'dog', 'cat'],
  ['a whale and a shark swim', '2 fish'],
  ['A farmer walks to a barn', 'farmer', 'house'],
  ['It is raining on a person with an umbrella', 'person', 'umbrella'],
  ['a bee flies around a rose', 'butterfly', 'flower'],
  ['A man gives a woman flowers', '2 person', '3 flower'],
  ['explain photosynthesis', 'photosynthesis'],
  ['the quick brown fox jumps over the lazy dog', '2 dog'],
  ['a cow', 'cow'],
  ['cows', '3 cow'],
  ['night'],
  ['underwater world with bubbles and three orange fish', '3 fish'],
  ['A little girl says "Good night moon" to the moon', 'person', 'moon'],
  ['Two cars race. The red one wins!', '2 car'],
  ['a gift box pops and confetti flies', 'box'],
  ['happy birthday party with balloons and a cake', '3 balloon', 'cake'],
  ['a lonely astronaut on the moon looks at the earth', 'astronaut', 'moon', 'globe'],
  ['Jupiter spins', 'planet'],
  ['Write "Hello, world!" with a bouncing ball'],
  ['A kitten chases a butterfly through the garden', 'cat', 'butterfly'],
  ['5 #ff8800 stars and 2 hearts', '5 star', '2 heart'],
  ['the cat disappears', 'cat'],
  ['show a robot that spins and then jumps', 'robot'],
  ['a train goes through a tunnel', 'train', 'tunnel'],
  ['a bird flies over a house, then the sun sets', 'bird', 'house', 'sun'],
  ['an elephant, a giraffe, a lion and a monkey in the jungle', 'elephant', 'giraffe', 'lion', 'monkey'],
  ['scene text actor stage camera light'],
  ['a light and a camera on a stage'],
  ['the first actor is a scene'],
  ['ein rotes Auto fährt'],
  ['un chat noir saute'],
  ['日本の猫が飛ぶ'],
  ['Корова прыгает через луну'],
];

describe('provider/heuristic, on a corpus of prompts', () => {
  it.each(CORPUS)('%s', (prompt, ...onStage) => {
    const { script } = ask(prompt);
    expect(errorsOf(script), script).toEqual([]);
    const { actors } = analyse(script).value;
    const names = actors.flatMap(({ kind, label }) => [kind, ...(label === null ? [] : [label])]);
    for (const wanted of onStage) {
      const [, number = '1', name = ''] = /^(\d+)? ?(.+)$/.exec(wanted) ?? [];
      const count = names.filter((one) => one === name || `${one}s` === name).length;
      expect(count, `${wanted} in ${JSON.stringify(names)}`).toBeGreaterThanOrEqual(Number(number));
    }
  });

  it('keeps actors on the stage, and apart unless one begins behind another or swims in it', () => {
    for (const [prompt] of CORPUS) {
      if (/\brises?\b/.test(prompt)) continue;
      const { value } = compile(ask(prompt).script, { mode: '2d', alignment: null });
      const boxes = createSampler(value)
        .frameAt(0)
        .entities.filter((one) => one.role === 'actor')
        .map((one) => ({ ...one.bounds, id: one.id, kind: one.kind }));
      for (const box of boxes) {
        expect(box.x, prompt).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, prompt).toBeLessThanOrEqual(1280);
        expect(box.y, prompt).toBeGreaterThanOrEqual(-20);
        expect(box.y + box.height, prompt).toBeLessThanOrEqual(720);
      }
      // Fish belong into their bowl.
      if (boxes.some(({ kind }) => kind === 'fish-bowl')) continue;
      const apart = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
        a.x + a.width <= b.x + 2 || b.x + b.width <= a.x + 2 || a.y + a.height <= b.y + 2 || b.y + b.height <= a.y + 2;
      for (const a of boxes)
        for (const b of boxes)
          if (a.id < b.id) expect(apart(a, b), `${prompt}: ${a.id} and ${b.id} overlap`).toBe(true);
    }
  });

  it('names what it has no form for', () => {
    expect(ask('a unicorn').warnings).toEqual([
      { code: 'provider.heuristic/no-form', message: expect.stringContaining('"unicorn"') },
    ]);
  });

  it.each([
    'A cow jumps over the moon while the phrase "The cow jumps over the moon" appears with a bouncing ball',
    'A cow jumps over the moon while the phrase "the cow jumps over the moon" appears with a bouncing ball synced to each word',
    'make a cow leap over the moon',
    'The cow jumps over the moon',
    'Please animate a cow jumping over the moon',
    'show a cow hopping over the moon at night',
    'a cow flies over the moon',
    'Create a video where the cow jumped over the moon, with lyrics and a bouncing ball',
    'COW JUMPS OVER MOON',
    'Create a 3D scene with a cow jumping over a glowing moon',
    'A cow jumps over the moon in 3D with subtitles and narration',
    'A cow jumps over the moon. The text "The cow jumps over the moon" appears and a ball bounces on each word as it is spoken.',
    "a cow vaults over the moon and the words 'The cow jumps over the moon' follow a bouncing ball",
  ])('makes certified scenario A of: %s', (prompt) => {
    for (const mode of ['2d', '3d'] as const) {
      const { value, diagnostics } = compile(ask(prompt).script, { mode, alignment: null });
      expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
      expect(recogniseScenario(value)).toBe('A');
      expect(evaluateQuality(value, 'A').failures).toEqual([]);
    }
  });
});
