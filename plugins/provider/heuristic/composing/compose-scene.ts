import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import type { Idea } from '../reading/idea.ts';
import { shortened } from '../reading/sentence.ts';
import { layOut, type Placed } from './layout.ts';
import { motionOf, type Spot } from './motions.ts';
import { cueOf, type Narration, narrate } from './narration.ts';
import { block, point, quoted, scale, seconds } from './script-text.ts';
import { settingFor } from './setting.ts';

/** Writes the scene script of an idea: place, cast, words, deeds on the words that name them, camera. */
export function composeScene(idea: Idea, seed: number): string {
  const environment = settingFor(idea);
  const placed = withStandings(layOut(idea, environment), idea);
  const started = placed.map((actor) => startOf(actor, idea));
  const narration = narrate(idea);
  const title = shortened(idea.sentence || idea.quotes[0] || 'An empty stage', 60).replace(/[.,;:]$/, '');
  const body = [
    `stage 1280 x 720   seed ${seed}`,
    '',
    `environment ${environment}`,
    ...started.map(({ actor, from, hidden }) => actorStatement({ ...actor, ...from }, hidden)),
    '',
    ...spoken(narration),
    '',
    ...deeds(started, idea, narration),
    ...idea.effects.map((effect) => `at 0.4s { emit ${effect} from (640, 80) for 5s count 120 }`),
    ...ending(started, narration),
  ];
  return `${block(`scene ${quoted(title)}`, body)
    .join('\n')
    .replace(/ +$/gm, '')}\n`;
}

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

interface Start {
  readonly actor: Placed;
  readonly from: Spot;
  readonly hidden: boolean;
}

/** What is to rise begins low, what is to fall high, what is to appear unseen. */
function startOf(actor: Placed, idea: Idea): Start {
  const first = idea.deeds.find((deed) => deed.subjects.includes(actor.member))?.act;
  const high = first === 'fall' ? actor.height / 2 + 20 : actor.y;
  const y = first === 'rise' && actor.y < 350 ? 470 : high;
  return { actor, from: { x: actor.x, y }, hidden: first === 'appear' };
}

/** "A cat on a box": whoever stands on, above, in or behind another is put there. */
function withStandings(placed: readonly Placed[], idea: Idea): Placed[] {
  return placed.map((actor) => {
    const standing = idea.standings.find((one) => one.subject === actor.member);
    const base = standing && placed.find((one) => one.member === standing.object);
    if (!standing || !base) return actor;
    const raised = base.y - (base.height + actor.height) / 2;
    if (standing.relation === 'on') return { ...actor, x: base.x, y: Math.max(actor.height / 2 + 8, raised) };
    if (standing.relation === 'over') return { ...actor, x: base.x, y: Math.max(actor.height / 2 + 8, raised - 40) };
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

function deeds(starts: readonly Start[], idea: Idea, narration: Narration): string[] {
  const where = new Map(starts.map(({ actor, from }) => [actor.id, from]));
  const lastOf = new Map<number, string>();
  return idea.deeds.flatMap((deed, index) => {
    const object =
      deed.object === null ? null : (starts.find(({ actor }) => actor.member === deed.object)?.actor ?? null);
    const acting = starts.filter(({ actor }) => deed.subjects.includes(actor.member) && actor.id !== object?.id);
    const name = (nth: number): string => `${deed.act}-${index + 1}${nth === 0 ? '' : `-${nth + 1}`}`;
    const motions = acting.map(({ actor }, nth) => {
      const from = where.get(actor.id) ?? actor;
      const target = object && { ...object, ...where.get(object.id) };
      const motion = motionOf(deed.act, { actor, from, object: target, relation: deed.relation, name: name(nth), nth });
      where.set(actor.id, motion.end);
      return motion;
    });
    if (motions.length === 0) return [];
    const before = deed.subjects.map((subject) => lastOf.get(subject)).find((one) => one !== undefined);
    for (const subject of deed.subjects) lastOf.set(subject, name(0));
    const cue = cueOf(narration, deed.word);
    const when = before ? `after ${before}` : cue ? `on ${cue}` : `at ${seconds(1200 + 600 * index)}`;
    const afterwards = motions.flatMap((motion, nth) =>
      motion.afterwards.map((line) => `after ${name(nth)} { ${line} }`),
    );
    return [
      ...block(
        when,
        motions.flatMap((motion) => motion.statements),
      ),
      ...afterwards,
    ];
  });
}

/** The camera comes closer to who the scene is about; a scene without deeds gets a little life first. */
function ending(starts: readonly Start[], { lines }: Narration): string[] {
  const [first] = starts;
  const last = lines.at(-1)?.id ?? 'line';
  if (!first) return [`after ${last} { camera push-in (640, 360) over 1.2s }`];
  return [`after ${last} { camera push-in ${first.actor.id} over 1.2s }`];
}
