/** `docs/grammar.md` and its pictures: every rule of the grammar as a railroad diagram. */
import { grammar } from '../../dsl/index.ts';
import type { DocumentPage } from './diagnostic-pages.ts';
import { drawRules } from './railroad.ts';

const INTRODUCTION = `<!-- Written by scripts/docs/write.ts from the grammar in dsl/read. Do not edit. -->

# The grammar

Every rule as the parser has it, drawn by Chevrotain. Blue boxes stand for words and signs of the script, yellow ones for
other rules. The grammar says what shape a script has; which clause fits which statement, what a name stands for and in
which range a number lies is said in the [reference](language.md).
`;

export function grammarPages(): readonly DocumentPage[] {
  const { rules, classes } = grammar();
  const drawings = [...drawRules(rules)];
  const sections = drawings.map(([name]) => `## ${name}\n\n![${name}](images/grammar/${name}.svg)\n`);
  const words = Object.entries(classes).map(
    ([name, all]) => `| ${name} | ${all.map((each) => `\`${each}\``).join(' ')} |`,
  );
  const table = ['## Words by class', '', '| in the diagrams | stands for |', '|---|---|', ...words, ''].join('\n');
  return [
    { path: 'grammar.md', text: [INTRODUCTION, table, ...sections].join('\n') },
    ...drawings.map(([name, text]) => ({ path: `images/grammar/${name}.svg`, text })),
  ];
}
