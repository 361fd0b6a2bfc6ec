/** One script of any length, written three times: as a scene, as YAML, and in the grammar of `langium-scene.ts`. */

const KINDS = ['cow', 'moon', 'tree', 'star', 'dog', 'cat', 'bird', 'robot', 'balloon', 'heart'];
const EASES = ['linear', 'ease-in-out', 'in-out-cubic', 'out-back', 'in-out-sine'];
const SENTENCE = 'The cow jumps over the moon and the dog laughs';
const WORDS = ['cow', 'jumps', 'over', 'moon', 'dog', 'laughs'];
const ACTORS = 200;
const SPOKEN_EVERY = 100;

/** The same statements, line for line. */
export interface BigScript {
  readonly scene: string;
  readonly yaml: string;
}

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

function actorLine(at: number): BigScript {
  const [kind, x, y, scale] = [pick(KINDS, at), (at * 37) % 1280, (at * 53) % 720, 0.5 + (at % 10) / 10];
  return {
    scene: `  actor a${at} is ${kind} at (${x}, ${y}) scale ${scale}`,
    yaml: `  - { actor: a${at}, is: ${kind}, at: [${x}, ${y}], scale: ${scale} }`,
  };
}

function spokenLine(at: number): BigScript {
  return {
    scene: `  say line${at} "${SENTENCE}" at ${at}.5s`,
    yaml: `  - { say: line${at}, text: "${SENTENCE}", at: ${at}.5s }`,
  };
}

/** What happens: each kind of statement in turn, at a time, on a word or after what came before. */
function actionLine(at: number): BigScript {
  const [who, x, y] = [`a${at % ACTORS}`, (at * 71) % 1280, (at * 29) % 720];
  const before = `m${(at - 2) % SPOKEN_EVERY === 0 ? at - 7 : at - 2}`;
  const cue = `line${at % 5}.${pick(WORDS, at)}`;
  switch (at % 5) {
    case 0:
      return {
        scene: `  move ${who} to (${x}, ${y}) over 1.5s ease ${pick(EASES, at)} as m${at} at ${at}ms`,
        yaml: `  - { move: ${who}, to: [${x}, ${y}], over: 1.5s, ease: ${pick(EASES, at)}, as: m${at}, at: ${at}ms }`,
      };
    case 1:
      return {
        scene: `  on ${cue} { emit sparkles from ${who} for 1.2s count 20 }`,
        yaml: `  - { on: ${cue}, do: [{ emit: sparkles, from: ${who}, for: 1.2s, count: 20 }] }`,
      };
    case 2:
      return {
        scene: `  turn ${who} by 90deg over 800ms after ${before} + 0.2s`,
        yaml: `  - { turn: ${who}, by: 90deg, over: 800ms, after: ${before} + 0.2s }`,
      };
    case 3:
      return {
        scene: `  move ${who} through (${x}, ${y}) (${y}, ${x % 720}) (640, 360) over 2s on ${cue}`,
        yaml: `  - { move: ${who}, through: [[${x}, ${y}], [${y}, ${x % 720}], [640, 360]], over: 2s, on: ${cue} }`,
      };
    default:
      return {
        scene: `  sequence { fade ${who} to 0.4 over 300ms  fade ${who} in over 300ms }`,
        yaml: `  - { sequence: [{ fade: ${who}, to: 0.4, over: 300ms }, { fade: ${who}, to: in, over: 300ms }] }`,
      };
  }
}

export function bigScript(lines: number): BigScript {
  const body = Array.from({ length: lines - 2 }, (_, at) => {
    if (at < ACTORS) return actorLine(at);
    return at < ACTORS + 5 || at % SPOKEN_EVERY === 0 ? spokenLine(at - ACTORS) : actionLine(at);
  });
  return {
    scene: ['scene "Bench" {', ...body.map(({ scene }) => scene), '}', ''].join('\n'),
    yaml: ['scene: Bench', 'body:', ...body.map(({ yaml }) => yaml), ''].join('\n'),
  };
}
