import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScriptFinder } from './script-finder.ts';

const SCENE =
  'scene "A {brace} in a text" {\n  // and } here\n  say line "Hello { there" at 0s\n  on line.hello { fade ball out }\n}\n';

/** What is found when the model says `pieces`, one after the other. */
function found(...pieces: readonly string[]): string {
  const finder = new ScriptFinder();
  return pieces.map((piece) => finder.push(piece)).join('') + finder.end();
}

describe('the script in what a model says', () => {
  it.each([
    ['alone', SCENE],
    ['in a fence', `\`\`\`\n${SCENE}\`\`\``],
    ['in a fence that names its language', `\`\`\`scene\n${SCENE}\`\`\`\n`],
    ['in a fence of tildes', `~~~\n${SCENE}~~~`],
    ['between sentences', `Sure! Here is your scene:\n\n${SCENE}\nI hope you like it. It has a {brace}.`],
    ['after other fences', `First:\n\`\`\`sh\nnpm install\n\`\`\`\nThen:\n\`\`\`scene\n${SCENE}\`\`\``],
    ['after thoughts that hold a scene', `<think>\nscene "No" {\n}\n</think>\n${SCENE}`],
    ['twice, of which the first counts', `${SCENE}\n\nOr better:\n\n${SCENE.replace('Hello', 'Bye')}`],
    ['after a comment in its fence', `\`\`\`scene\n${SCENE}\`\`\``],
  ])('is found %s', (_what, said) => {
    expect(found(said)).toBe(SCENE);
  });

  it('keeps comments that stand before it in its fence', () => {
    expect(found(`\`\`\`scene\n// by me\n${SCENE}\`\`\``)).toBe(`// by me\n${SCENE}`);
  });

  it.each(['', 'No.', '{"scene": "x"}', '```js\nlet a = 1;\n```', 'The scene is set: "x" {'])(
    'is not there in %j',
    (said) => {
      const finder = new ScriptFinder();
      expect(finder.push(said) + finder.end()).toBe('');
      expect(finder.found).toBe(false);
    },
  );

  it('does not depend on how the answer was cut into pieces', () => {
    const said = `Sure:\n<thinking>\nhm\n</thinking>\n\`\`\`scene\n${SCENE}\`\`\`\nDone.`;
    fc.assert(
      fc.property(fc.array(fc.nat(said.length), { maxLength: 30 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), said.length];
        const pieces = at.slice(1).map((end, index) => said.slice(at[index], end));
        expect(found(...pieces)).toBe(SCENE);
      }),
    );
  });
});
