import { describe, expect, it } from 'vitest';
import { compile, declarationsIn, rename } from '../dsl/index.ts';
import { type Scene, scenes } from './fixtures/scenes.ts';

const NEW = 'quite-another-name';

/** The timeline without what a name may change: places in the text, and chance that is drawn by name. */
function story({ text, surroundings }: Scene, script = text): string {
  const { value } = compile(script, { mode: '2d', surroundings });
  return JSON.stringify(value, (key, inner: unknown) => (['origin', 'hash', 'seed'].includes(key) ? undefined : inner));
}

describe.each(scenes)('renaming in $name', (scene) => {
  const declared = declarationsIn(scene.text).map(({ name }) => ({ name: name.text, offset: name.span.offset }));
  it.each(declared)('$name changes nothing but that name, or is refused', ({ name, offset }) => {
    const edits = rename(scene.text, offset, NEW, scene.surroundings);
    if (edits === null) return;
    expect(edits.length).toBeGreaterThan(0);
    const renamed = [...edits]
      .sort((a, b) => b.offset - a.offset)
      .reduce((so, edit) => so.slice(0, edit.offset) + edit.text + so.slice(edit.offset + edit.length), scene.text);
    const plain = (written: string) => written.replaceAll(NEW, name);
    expect(plain(story(scene, renamed))).toBe(plain(story(scene)));
    expect(plain(renamed)).toBe(plain(scene.text));
  });
});

describe('renaming', () => {
  it('is hardly ever refused in the scenes of this folder', () => {
    const all = scenes.flatMap((scene) =>
      declarationsIn(scene.text).map(({ name }) => rename(scene.text, name.span.offset, NEW, scene.surroundings)),
    );
    expect(all.filter((edits) => edits !== null).length / all.length).toBeGreaterThan(0.9);
  });
});
