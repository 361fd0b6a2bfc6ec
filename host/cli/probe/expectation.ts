import { ACTOR_KINDS, type Model, recogniseScenario, type Timeline } from '../../../dsl/index.ts';

/** What a prompt must come to, in short words: see `EXPECTATIONS`. */
export type Expectation = string;

export interface Made {
  readonly model: Model;
  /** In the first reading; what is expected is the same in both. */
  readonly timeline: Timeline;
}

/** Says what is missing, or null. The groups of its pattern are given. */
type Judge = (made: Made, ...found: readonly string[]) => string | null;

const kindsOf = ({ model }: Made): string[] =>
  model.actors.flatMap(({ kind, label }) => [kind, ...(label === null ? [] : [label.toLowerCase()])]);

const same = (name: string, wanted: string): boolean =>
  name === wanted || `${name}s` === wanted || name === `${wanted}s`;

/** A wolf is shown as a dog, a teacher as a person: what a kind stands for by its synonyms. */
const standsFor = (kind: string, wanted: string): boolean =>
  ACTOR_KINDS[kind]?.synonyms.some((synonym) => same(synonym, wanted)) ?? false;

const named = (made: Made, wanted: string) =>
  made.model.actors.filter(
    ({ kind, label }) =>
      same(kind, wanted) || standsFor(kind, wanted) || (label !== null && same(label.toLowerCase(), wanted)),
  );

const spoken = ({ model }: Made): string =>
  model.lines
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();

/** Times of day by the names that environments give them. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  day: ['day', 'noon'],
  dusk: ['dusk', 'evening', 'golden'],
  night: ['night', 'dark'],
};

/** Every kind of expectation: its form, and how it is judged. */
export const EXPECTATIONS: readonly { readonly form: RegExp; readonly help: string; readonly judge: Judge }[] = [
  {
    form: /^scenario ([ABCD])$/,
    help: 'scenario A: it is that certified scenario',
    judge: ({ timeline }, wanted) => {
      const found = recogniseScenario(timeline);
      return found === wanted ? null : `scenario ${wanted}, not ${found ?? 'any'}`;
    },
  },
  {
    form: /^time (\w+)$/,
    help: 'time night: it is that time of day at some moment',
    judge: ({ model }, time = '') => {
      const presets = [
        model.environment,
        ...model.actions.flatMap(({ deed }) => (deed.kind === 'environment' ? [deed.preset] : [])),
      ];
      const names = ALIKE[time] ?? [time];
      return presets.some((preset) => names.some((name) => preset.startsWith(`${name}-`))) ? null : `it is not ${time}`;
    },
  },
  {
    form: /^place (\w+)$/,
    help: 'place sea: it is there',
    judge: ({ model }, place = '') =>
      model.environment.endsWith(place) ? null : `it is at ${model.environment}, not ${place}`,
  },
  {
    form: /^fx (\w+)$/,
    help: 'fx snow: that effect is to be seen',
    judge: ({ model }, fx) =>
      model.actions.some(({ deed }) => deed.kind === 'emit' && deed.fx === fx) ? null : `there is no ${fx}`,
  },
  {
    form: /^moves ([\w-]+)$/,
    help: 'moves dog: something of that kind moves or is animated',
    judge: (made, wanted = '') => {
      const ids = new Set(named(made, wanted).map(({ id }) => id));
      const busy = made.model.actions.some(
        ({ deed }) => 'target' in deed && typeof deed.target === 'string' && ids.has(deed.target),
      );
      return busy ? null : `${wanted} does nothing`;
    },
  },
  {
    form: /^says (.+)$/,
    help: 'says moon: the narration has these words',
    judge: (made, words = '') => (spoken(made).includes(words.toLowerCase()) ? null : `nobody says “${words}”`),
  },
  {
    form: /^writes (.+)$/,
    help: 'writes Hello: these words are written, as text or lyrics',
    judge: ({ model }, words = '') => {
      const lyrics = model.lyrics.map(({ line }) => model.lines.find(({ id }) => id === line)?.text ?? '');
      const written = [
        ...model.texts.map(({ text }) => text),
        ...lyrics,
        ...model.charts.map((chart) => JSON.stringify(chart)),
      ];
      return written.some((text) => text.toLowerCase().includes(words.toLowerCase()))
        ? null
        : `“${words}” is not written`;
    },
  },
  {
    form: /^chart(?: (\w+))?$/,
    help: 'chart bars: there is one, of that kind where one is named',
    judge: ({ model }, wanted) => {
      const kinds = model.charts.map(({ chart }) => String(chart));
      const fits = wanted === undefined ? kinds.length > 0 : kinds.includes(wanted);
      return fits ? null : `there is no chart${wanted === undefined ? '' : ` of kind ${wanted}`}`;
    },
  },
  {
    form: /^color ([\w-]+) (#[0-9a-f]{6})$/,
    help: 'color car #ff0000: something of that kind has it',
    judge: (made, wanted = '', color = '') =>
      named(made, wanted).some(({ colors }) => Object.values(colors).includes(color))
        ? null
        : `${wanted} is not ${color}`,
  },
  {
    form: /^(?:(\d+) )?([\p{L}-][\p{L} -]*)$/u,
    help: '3 bird: so many of that kind, or with that label, are on stage',
    judge: (made, count = '1', wanted = '') => {
      const found = named(made, wanted).length;
      return found >= Number(count ?? 1)
        ? null
        : `${count ?? 1} × ${wanted}, of which there are ${found} (${kindsOf(made).join(', ') || 'nothing'})`;
    },
  },
];

/** What of the expectations is not met. @throws Error where one has no known form */
export function missingOf(made: Made, expectations: readonly Expectation[]): string[] {
  return expectations.flatMap((expectation) => {
    for (const { form, judge } of EXPECTATIONS) {
      const match = form.exec(expectation);
      if (match) return judge(made, ...match.slice(1)) ?? [];
    }
    throw new Error(`"${expectation}" is no expectation: ${EXPECTATIONS.map(({ help }) => help).join('; ')}`);
  });
}
