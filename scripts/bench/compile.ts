/**
 * A script read and checked, and compiled to its timeline, against `yaml` parsing the same statements written as YAML,
 * line for line. YAML only parses: it knows no names, kinds, units or moments.
 */
import { analyse, compile } from '../../dsl/index.ts';
import { compare, growth } from './measure.ts';
import { peer } from './peers.ts';

const YAML = '2.9.1';
const SIZES = [1000, 3000, 10_000] as const;
const KINDS = ['cow', 'moon', 'tree', 'star', 'dog', 'cat', 'bird', 'robot', 'balloon', 'heart'];
const EASES = ['linear', 'ease-in-out', 'in-out-cubic', 'out-back', 'in-out-sine'];
const SENTENCE = 'The cow jumps over the moon and the dog laughs';
const WORDS = ['cow', 'jumps', 'over', 'moon', 'dog', 'laughs'];
const ACTORS = 200;
const SPOKEN_EVERY = 100;

interface Pair {
  readonly scene: string;
  readonly yaml: string;
}

const pick = (list: readonly string[], at: number) => list[at % list.length] ?? '';

function actorLine(at: number): Pair {
  const [kind, x, y, scale] = [pick(KINDS, at), (at * 37) % 1280, (at * 53) % 720, 0.5 + (at % 10) / 10];
  return {
    scene: `  actor a${at} is ${kind} at (${x}, ${y}) scale ${scale}`,
    yaml: `  - { actor: a${at}, is: ${kind}, at: [${x}, ${y}], scale: ${scale} }`,
  };
}

function spokenLine(at: number): Pair {
  return {
    scene: `  say line${at} "${SENTENCE}" at ${at}.5s`,
    yaml: `  - { say: line${at}, text: "${SENTENCE}", at: ${at}.5s }`,
  };
}

/** What happens: each kind of statement in turn, at a time, on a word or after what came before. */
function actionLine(at: number): Pair {
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

function pairOf(lines: number): Pair {
  const body = Array.from({ length: lines - 2 }, (_, at) => {
    if (at < ACTORS) return actorLine(at);
    return at < ACTORS + 5 || at % SPOKEN_EVERY === 0 ? spokenLine(at - ACTORS) : actionLine(at);
  });
  return {
    scene: ['scene "Bench" {', ...body.map(({ scene }) => scene), '}', ''].join('\n'),
    yaml: ['scene: Bench', 'body:', ...body.map(({ yaml }) => yaml), ''].join('\n'),
  };
}

interface YamlModule {
  parse(text: string): unknown;
}

const { parse } = (await peer('yaml', YAML)) as YamlModule;
const byDefault = { mode: '2d' } as const;

for (const lines of SIZES) {
  const { scene, yaml } = pairOf(lines);
  const errors = analyse(scene).diagnostics.filter(({ severity }) => severity === 'error');
  if (errors[0]) throw new Error(`The bench script is broken: ${errors[0].message} (line ${errors[0].span.line})`);
  const theirs = { label: `yaml ${YAML} parse`, run: () => parse(yaml), count: lines };
  const common = { unit: 'lines', peer: theirs };
  await compare({
    ...common,
    name: `${lines} lines, text to model`,
    ours: { label: 'analyse', run: () => analyse(scene), count: lines },
  });
  await compare({
    ...common,
    name: `${lines} lines, text to timeline`,
    ours: { label: 'compile', run: () => compile(scene, byDefault), count: lines },
  });
}

await growth(
  'text to timeline',
  SIZES.map((size) => {
    const { scene } = pairOf(size);
    return { size, run: () => compile(scene, byDefault) };
  }),
);
