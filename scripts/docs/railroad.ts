/**
 * Railroad diagrams of the grammar, drawn by the code that Chevrotain ships for browsers. It is run in a context of its
 * own, for it is neither a module nor typed; what it gives back is checked to be what it should.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { z } from 'zod';

const FOLDER = new URL('../../diagrams/', import.meta.resolve('chevrotain'));

/** Colours that can be read on light and on dark pages. */
const STYLE =
  'path{stroke:#64748b;stroke-width:2;fill:none}' +
  'text{font:600 13px ui-monospace,Menlo,Consolas,monospace;text-anchor:middle;fill:#0f172a}' +
  'rect{stroke:#0ea5e9;stroke-width:1.5;fill:#e0f2fe}g.non-terminal rect{stroke:#f59e0b;fill:#fef3c7}';

const diagramSchema = z.string().regex(/^<svg[\s\S]*<\/svg>\s*$/);

export interface Production {
  readonly name: string;
}

/** One SVG for each rule, by its name. */
export function drawRules(productions: readonly Production[]): ReadonlyMap<string, string> {
  const context = createContext({ console });
  for (const file of ['vendor/railroad-diagrams.js', 'src/diagrams_builder.js']) {
    runInContext(readFileSync(fileURLToPath(new URL(file, FOLDER)), 'utf8'), context, { filename: file });
  }
  return new Map(
    productions.map((production) => {
      const rule = JSON.stringify(production);
      const drawn: unknown = runInContext(
        `diagrams_builder.convertProductionToDiagram(${rule}, ${JSON.stringify(production.name)}).toString()`,
        context,
      );
      return [production.name, dressed(production.name, diagramSchema.parse(drawn))];
    }),
  );
}

/** As a file of its own: with a name space, its styles, and without what only the interactive page uses. */
function dressed(name: string, svg: string): string {
  return svg
    .replace(/ (?:onclick|rulename|topRuleName|dslRuleName|tokenName|occurrence|data-[\w-]+)="[^"]*"/g, '')
    .replace(/<title>[\s\S]*?<\/title>/g, '')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/>/, `><title>${name}</title><style>${STYLE}</style>`)
    .trim()
    .concat('\n');
}
