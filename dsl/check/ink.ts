import type { Statement } from '../read/ast.ts';
import { DEFAULT_ENVIRONMENT, ENVIRONMENTS } from './vocabulary/environments.ts';

const LIGHT = '#ffffff';
const DARK = '#1e293b';

/** Surroundings before which white cannot be read: a bare, bright backdrop. Everywhere else a shade lies behind writing. */
const BRIGHT = new Set(
  Object.entries(ENVIRONMENTS)
    .filter(([, { scenery, sky_bottom }]) => scenery === 'studio' && Number.parseInt(sky_bottom.slice(1, 3), 16) > 127)
    .map(([name]) => name),
);

/** What writes and draws where a script names no colour: dark before a bright backdrop, white before all others. */
export function inkOf(statements: readonly Statement[]): string {
  const opening = statements.find(
    (each) => each.kind === 'environment' && each.clauses.every(({ name }) => name !== 'over' && name !== 'time'),
  );
  const name = opening && 'name' in opening ? opening.name?.text : undefined;
  return BRIGHT.has(name ?? DEFAULT_ENVIRONMENT) ? DARK : LIGHT;
}

/** The colour of a word that is sung, beside that ink: warm, and as easy to read. */
export const highlightBeside = (ink: string): string => (ink === DARK ? '#b45309' : '#fde68a');
