import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import type { Idea } from '../reading/idea.ts';
import { titleFrom } from '../reading/sentence.ts';
import { deedStatements, type Start, startOf } from './deeds.ts';
import { layOut } from './layout.ts';
import { lifeOf } from './liveliness.ts';
import { type Narration, narrate } from './narration.ts';
import type { Placed } from './placed.ts';
import { block, point, quoted, scale } from './script-text.ts';
import { settingFor } from './setting.ts';

/** Writes the scene script of an idea: place, cast, words, deeds on the words that name them, camera. */
export function composeScene(idea: Idea, seed: number): string {
  const environment = settingFor(idea);
  const placed = withStandings(layOut(idea, environment), idea);
  const started = placed.map((actor) => startOf(actor, idea)).sort((a, b) => depth(a.actor) - depth(b.actor));
  const narration = narrate(idea);
  const title = titleFrom(idea.sentence || idea.quotes[0] || 'An empty stage');
  const body = [
    `stage 1280 x 720   seed ${seed}`,
    '',
    `environment ${environment}`,
    ...started.map(({ actor, from, hidden }) => actorStatement({ ...actor, ...from }, hidden)),
    '',
    ...spoken(narration),
    '',
    ...deedStatements(started, idea, narration, new Set(started.map(({ actor }) => actor.id))),
    ...life(started, idea),
    ...idea.effects.map((effect) => `at 0.4s { emit ${effect} from (640, 80) for 5s count 120 }`),
    ...ending(started, narration),
  ];
  return `${block(`scene ${quoted(title)}`, body)
    .join('\n')
    .replace(/ +$/gm, '')}\n`;
}

/** What is drawn first lies behind: the sky, then what is too big to stand in front. */
const depth = ({ kind }: Placed): number =>
  ACTOR_KINDS[kind]?.habitat === 'sky' ? 0 : ['mountain', 'house', 'tree'].includes(kind) ? 1 : 2;

export function actorStatement(actor: Placed, hidden = false): string {
  const slot = Object.keys(ACTOR_KINDS[actor.kind]?.colors ?? {})[0] ?? 'body';
  return [
    `actor ${actor.id} is ${actor.kind} at ${point(actor)} scale ${scale(actor.scale)}`,
    actor.color && `colors { ${slot} ${actor.color} }`,
    hidden && 'opacity 0',
    actor.label !== null && `labelled ${quoted(actor.label)}`,
  ]
    .filter((clause) => typeof clause === 'string')
    .join(' ');
}

/** "A cat on a box": whoever stands on, above, in or behind another is put there. */
function withStandings(placed: readonly Placed[], idea: Idea): Placed[] {
  return placed.map((actor) => {
    const standing = idea.standings.find((one) => one.subject === actor.member);
    const base = standing && placed.find((one) => one.member === standing.object);
    if (!standing || !base) return actor;
    const raised = base.y - (base.height + actor.height) / 2 - (standing.relation === 'over' ? 40 : 0);
    const room = raised >= actor.height / 2 + 8;
    if (room && (standing.relation === 'on' || standing.relation === 'over')) return { ...actor, x: base.x, y: raised };
    return actor;
  });
}

function spoken({ lines, written }: Narration): string[] {
  return lines.flatMap(({ id, text }, index) => {
    const previous = lines[index - 1];
    const when = previous ? `after ${previous.id}` : 'at 0.5s';
    return [
      `say ${id} ${quoted(text)} ${when}`,
      ...(written ? [`lyrics ${id} { ball bouncing  highlight #fde68a  size 40 }`] : []),
    ];
  });
}

/** Whoever has nothing to do where nobody has. */
function life(starts: readonly Start[], { deeds }: Idea): string[] {
  const alive = deeds.length > 0 ? [] : starts.flatMap(({ actor }, nth) => lifeOf(actor, nth) ?? []);
  return alive.length === 0 ? [] : block('at 0.8s', alive);
}

/** Up to so many stay in the picture when the camera comes close to one of them. */
const CLOSE_CAST = 2;

/** The camera comes closer to who the scene is about. */
function ending(starts: readonly Start[], { lines }: Narration): string[] {
  const [first] = starts;
  const last = lines.at(-1)?.id ?? 'line';
  if (!first) return [`after ${last} { camera push-in (640, 360) over 1.2s }`];
  // Close to one of many would push the others out of the picture.
  const little = starts.length > CLOSE_CAST ? ' by 1.1' : '';
  return [`after ${last} { camera push-in ${first.actor.id}${little} over 1.2s }`];
}
