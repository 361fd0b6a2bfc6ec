import { describe, expect, it } from 'vitest';
import { analyse, type Model } from '../../../dsl/index.ts';
import { answer } from './answer.ts';

const RUNNING = `scene "A drive" {
  // Comments stay where they are.
  environment day-city
  actor car is car at (317, 540) colors { body #ff0000 windows #ffffff }
  actor tree is tree at (693, 406) scale 0.9

  say line "The car drives past the tree" at 0.5s
  on line.drives { move car to (963, 540) over 2.8s as drive }
  after drive { move tree to (700, 406) over 1s }
}
`;

function follow(prompt: string): { script: string; model: Model; codes: string[]; summary: string } {
  const { script, warnings, summary } = answer({ prompt, currentScript: RUNNING, failed: null, seed: 7 });
  const { value, diagnostics } = analyse(script);
  expect(
    diagnostics.filter((one) => one.severity === 'error'),
    script,
  ).toEqual([]);
  return { script, summary, model: value, codes: warnings.map((one) => one.code.replace('provider.heuristic/', '')) };
}

const lines = (script: string): string[] => script.split('\n');
const changed = (script: string): string[] => lines(script).filter((line) => !lines(RUNNING).includes(line));

describe('a follow-up to the heuristic provider', () => {
  it('changes the time of day and nothing else', () => {
    expect(changed(follow('make it night').script)).toEqual(['  environment night-city']);
  });

  it('changes the place and keeps the time', () => {
    expect(changed(follow('move the scene to the sea').script)).toEqual(['  environment day-sea']);
  });

  it('changes one colour and keeps the others', () => {
    expect(changed(follow('make the car blue').script)).toEqual([
      '  actor car is car at (317, 540) colors { body #0000ff windows #ffffff }',
    ]);
  });

  it('changes a size and leaves the feet on the ground', () => {
    const { model } = follow('make the tree bigger');
    expect(model.actors.find((one) => one.id === 'tree')).toMatchObject({ scale: 1.26, at: { y: 352 } });
  });

  it('adds what is asked for beside what is there', () => {
    const { model, script } = follow('add two dogs that run');
    expect(model.actors.map((one) => one.kind)).toEqual(['car', 'tree', 'dog', 'dog']);
    expect(script).toContain('animate dog walk');
    expect(script).toContain('// Comments stay where they are.');
  });

  it('adds more of what is there', () => {
    expect(follow('another car').model.actors.map((one) => one.kind)).toEqual(['car', 'tree', 'car']);
    expect(follow('make it four cars').model.actors.filter((one) => one.kind === 'car')).toHaveLength(4);
  });

  it('lets ways take less or more time', () => {
    expect(changed(follow('make it faster').script)).toEqual([
      '  on line.drives { move car to (963, 540) over 1.68s as drive }',
      '  after drive { move tree to (700, 406) over 0.6s }',
    ]);
    expect(changed(follow('slow the tree down').script)).toEqual([
      '  after drive { move tree to (700, 406) over 1.6s }',
    ]);
  });

  it('does two things where two are asked, and of the more each goes on', () => {
    const { model, script, codes } = follow('make the car blue and add two more');
    const cars = model.actors.filter((one) => one.kind === 'car');
    expect(cars.map((one) => one.colors.body)).toEqual(['#0000ff', '#0000ff', '#0000ff']);
    expect(new Set(script.match(/\bmove car\S* to \(\d+, \d+\)/g)?.map((move) => move.split(' to ')[1])).size).toBe(3);
    expect(codes).toEqual([]);
  });

  it('removes an actor and what it did, and says what fell away and what is still spoken of', () => {
    const { model, codes } = follow('remove the tree');
    expect(model.actors.map((one) => one.id)).toEqual(['car']);
    expect(model.actions.map((one) => one.id)).toEqual(['drive']);
    expect(codes).toEqual(['left-out', 'still-said']);
  });

  it('warns of a card only where it adds one', () => {
    expect(follow('add a unicorn').codes).toEqual(['no-form']);
    const { script } = follow('add a unicorn');
    expect(answer({ prompt: 'remove the unicorn', currentScript: script, failed: null, seed: 7 }).warnings).toEqual([]);
  });

  it('says something else', () => {
    const { model, codes } = follow('say "Off it drives" instead');
    expect(model.lines.map((one) => one.text)).toEqual(['Off it drives']);
    expect(model.actions.map((one) => one.id)).toContain('drive');
    expect(codes).toEqual([]);
  });

  it('adds weather', () => {
    expect(follow('let it snow').model.actions.some(({ deed }) => deed.kind === 'emit' && deed.fx === 'snow')).toBe(
      true,
    );
  });

  it('tells in its lines what has become of those they speak of', () => {
    const first = answer({ prompt: 'two red fish swim in the sea', currentScript: null, failed: null, seed: 7 });
    const { script, summary } = answer({
      prompt: 'make the fish green and add two more',
      currentScript: first.script,
      failed: null,
      seed: 7,
    });
    expect(analyse(script).value.lines.map((one) => one.text)).toEqual(['Four green fish swim in the sea.']);
    expect(summary).toBe('Made the fish green. Added two more fish.');
  });

  it.each([
    ['make it night', 'Moved the scene into night.'],
    ['remove the tree', 'Took the tree away.'],
    ['make the car blue', 'Made the car blue.'],
    ['make the tree bigger', 'Made the tree bigger.'],
    ['make it faster', 'Made everything faster.'],
    ['add two dogs', 'Added two dogs.'],
    ['make it four cars', 'Made it four cars.'],
    ['say "Off it drives" instead', 'The line now says "Off it drives".'],
  ])('says of "%s" what it did: %s', (prompt, summary) => {
    expect(follow(prompt).summary).toBe(summary);
  });

  it.each([
    ['make it 3D', 'a-view'],
    ['thank you!', 'unchanged'],
    ['make it nicer', 'unchanged'],
  ])('keeps the scene where "%s" asks for no change and no scene', (prompt, code) => {
    const { script, codes } = follow(prompt);
    expect(script).toBe(RUNNING);
    expect(codes).toEqual([code]);
  });

  it('becomes a new scene, with a warning, where it asks for none of these', () => {
    const { model, codes } = follow('A rocket flies to the moon');
    expect(model.actors.map((one) => one.kind)).toEqual(['moon', 'rocket']);
    expect(codes).toEqual(['recomposed']);
  });

  it('is not thrown by a running script with mistakes in it', () => {
    const { script } = answer({
      prompt: 'make it night',
      currentScript: RUNNING.replace('is tree', 'is trea'),
      failed: null,
      seed: 7,
    });
    expect(script).toContain('environment night-city');
    expect(script).toContain('is tree');
  });
});

describe('a repair by the heuristic provider', () => {
  const mend = (script: string) =>
    answer({
      prompt: 'a cow',
      currentScript: null,
      failed: { script, diagnostics: analyse(script).diagnostics },
      seed: 7,
    });

  it('takes the cures that the diagnostics offer, and leaves out what has none', () => {
    const { script, warnings } = mend(
      'scene "B" {\n  actor cow is kow at (230, 520)\n  move nobody to (1, 2) over 1s\n}\n',
    );
    expect(script).toBe('scene "B" {\n  actor cow is cow at (230, 520)\n}\n');
    expect(warnings.map((one) => one.message)).toEqual([expect.stringContaining('move nobody to (1, 2) over 1s')]);
  });

  it('leaves out a block whose moment does not exist, to its closing brace', () => {
    const { script } = mend(
      'scene "B" {\n  actor cow is cow at (230, 520)\n  after dinner {\n    turn cow by 90deg over 1s // }\n  }\n}\n',
    );
    expect(script).toBe('scene "B" {\n  actor cow is cow at (230, 520)\n}\n');
  });

  it('composes anew where nothing can be kept', () => {
    const { script, warnings } = mend('I am sorry, I can not do that.');
    expect(analyse(script).value.actors.map((one) => one.kind)).toEqual(['cow']);
    expect(warnings.map((one) => one.code)).toContain('provider.heuristic/recomposed');
  });
});
