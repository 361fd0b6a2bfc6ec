import { declaredBy } from '../named.ts';
import { references } from '../rename.ts';
import type { LintRule } from './scene.ts';

export const unusedVariable: LintRule = {
  code: 'lint/unused-variable',
  severity: 'warning',
  explanation: 'Nothing uses it: it can go, or a name is misspelt.',
  wrong: 'let gap be 40 actor sun is sun',
  right: 'let gap be 40 actor sun is sun at (100 + gap, 200)',
  find: ({ text, script }) =>
    declaredBy(script)
      .filter(({ statement }) => statement.kind === 'let' || statement.kind === 'param')
      .filter(({ name }) => references(text, name.span.offset).length <= 1 && !text.includes(`{${name.text}}`))
      .map(({ name }) => ({ span: name.span, message: `Nothing uses \`${name.text}\`.` })),
};

export const neverShown: LintRule = {
  code: 'lint/never-shown',
  severity: 'warning',
  explanation: 'It begins invisible and nothing ever lets it appear.',
  wrong: 'actor sun is sun opacity 0',
  right: 'actor sun is sun opacity 0 fade sun in',
  find: ({ model }) => {
    const changed = new Set(
      [...model.actions, ...model.machines.flatMap(({ states }) => states.flatMap(({ actions }) => actions))].flatMap(
        ({ deed }) => ('target' in deed && typeof deed.target === 'string' ? [deed.target] : []),
      ),
    );
    return [...model.actors, ...model.texts, ...model.drawings, ...model.charts, ...model.pictures, ...model.groups]
      .filter(({ id, opacity }) => opacity === 0 && !changed.has(id))
      .map(({ id, span }) => ({ span, message: `\`${id}\` is never seen.` }));
  },
};
