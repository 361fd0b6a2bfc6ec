/** `docs/language-summary.md`: written by hand but for the lists of names, which come from the vocabulary. */
import { readFileSync } from 'node:fs';
import { ACTOR_KINDS, EFFECTS, ENVIRONMENTS, MATERIAL_RECIPES, SOUNDS } from '../../dsl/index.ts';
import type { DocumentPage } from './diagnostic-pages.ts';

const PATH = 'language-summary.md';

const names = (table: Readonly<Record<string, unknown>>): string => Object.keys(table).join(' ');

const LISTS: Readonly<Record<string, string>> = {
  kinds: Object.entries(ACTOR_KINDS)
    .map(([kind, { width, height }]) => (width === height ? `${kind} ${width}` : `${kind} ${width}x${height}`))
    .join(', '),
  environments: names(ENVIRONMENTS),
  effects: names(EFFECTS),
  sounds: names(SOUNDS),
  recipes: Object.entries(MATERIAL_RECIPES)
    .map(([recipe, uniforms]) => `${recipe} (${Object.keys(uniforms).join(', ')})`)
    .join(', '),
};

/** The page with every list between `<!-- name -->` and `<!-- /name -->` as it is now. */
export function summaryPage(): DocumentPage {
  const page = readFileSync(new URL(`../../docs/${PATH}`, import.meta.url), 'utf8');
  const text = Object.entries(LISTS).reduce(
    (before, [name, list]) =>
      before.replace(
        new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`),
        `<!-- ${name} -->${list}<!-- /${name} -->`,
      ),
    page,
  );
  return { path: PATH, text };
}
