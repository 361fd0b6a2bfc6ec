/** `docs/actors.md`: every kind with what a script may say of it, from the vocabulary. */
import { ACTOR_KINDS } from '../../dsl/index.ts';
import type { DocumentPage } from './diagnostic-pages.ts';

const HEAD = `# The actors

Every kind that may stand behind \`is\`, in 2D and in 3D. The size is in pixels of the stage at scale 1; the first colour is what \`color\` sets; the
first animation is what it does by itself. A part is a place behind the name of the actor and a dot: \`emit sparkles from pc.screen\`.
The gallery of the studio (the button *Actors*) shows them all.

| kind | size | colours | animations | parts | also called |
|---|---|---|---|---|---|`;

const words = (list: readonly string[]): string =>
  list.length === 0 ? '–' : list.map((word) => `\`${word}\``).join(' ');

export function actorsPage(): DocumentPage {
  const rows = Object.entries(ACTOR_KINDS).map(([kind, { width, height, colors, animations, parts, synonyms }]) => {
    const cells = [
      `\`${kind}\``,
      `${width} × ${height}`,
      words(Object.keys(colors)),
      words(animations),
      words(Object.keys(parts)),
      synonyms.join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return { path: 'actors.md', text: `${[HEAD, ...rows].join('\n')}\n` };
}
