import type { Act, PlaceRelation } from './idea.ts';

const entries = <T extends string>(table: Readonly<Record<T, string>>): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const meaning in table) for (const word of table[meaning].split(' ')) map.set(word, meaning);
  return map;
};

/** Verbs in their base form, by what they look like on a stage. */
export const VERBS = entries<Act>({
  jump: 'jump leap hop bounce vault spring skip bound pounce',
  fly: 'fly soar glide float hover flutter drift flit',
  go: 'go run walk drive ride march stroll race gallop trot crawl come move travel cross swim sail roll zoom speed dash sprint wander pass slide cruise dive paddle row cycle arrive enter leave return hurry sneak hit strike reach',
  rise: 'rise ascend climb launch lift blast',
  fall: 'fall drop descend land sink set tumble crash',
  spin: 'spin rotate turn twirl whirl revolve',
  dance:
    'dance wiggle sway swing shake wave laugh sing celebrate play bark meow moo cheer clap wag dream nod smile talk beat pulse throb pump tick ring',
  grow: 'grow expand inflate bloom swell',
  shrink: 'shrink deflate dwindle',
  orbit: 'orbit circle',
  follow: 'follow chase pursue hunt',
  appear: 'appear emerge',
  vanish: 'disappear vanish fade',
  shine: 'shine glow twinkle sparkle glitter shimmer light',
  burst: 'explode burst pop erupt',
});

/** Verbs in their base form that look like nothing on a stage, and that a reader may take for nouns. */
export const SILENT_VERBS: ReadonlyMap<string, true> = new Map(
  'look search hold carry eat drink read watch want love need wait hide find help cook cause hope wish sleep rest report study work start stop'
    .split(' ')
    .map((verb) => [verb, true]),
);

export const PREPOSITIONS = entries<PlaceRelation>({
  over: 'over above across past through',
  under: 'under below beneath underneath',
  around: 'around round about',
  to: 'to towards toward into onto up at from',
  on: 'on upon atop',
  beside: 'beside near by next alongside with',
  behind: 'behind',
  inside: 'in inside within',
});

/** Words that say where; `meadow` and so on are sceneries of `ENVIRONMENTS`. */
export const SCENERIES = entries<string>({
  meadow: 'meadow field grass garden farm park hillside countryside prairie woods jungle lawn forest yard desert',
  sea: 'sea ocean beach lake river water underwater pond aquarium harbour harbor shore waves tide tides',
  city: 'city street town road downtown skyline highway village avenue market',
  space: 'space galaxy universe cosmos orbit outer',
  studio: 'studio stage lab',
  room: 'room office kitchen classroom bedroom indoors inside',
  valley: 'valley canyon mountains hills',
});

/** Words that say when. */
export const TIMES = entries<string>({
  night: 'night midnight nighttime dark moonlight moonlit starry',
  dusk: 'dusk sunset evening dawn sunrise twilight',
  day: 'day daytime morning noon afternoon sunny daylight bright',
});

export const SIZES: ReadonlyMap<string, number> = new Map([
  ...['tiny', 'mini', 'miniature'].map((word) => [word, 0.45] as const),
  ...['small', 'little', 'baby', 'young', 'short'].map((word) => [word, 0.65] as const),
  ...['big', 'large', 'tall', 'great', 'bigger', 'larger'].map((word) => [word, 1.35] as const),
  ...['huge', 'giant', 'enormous', 'gigantic', 'massive'].map((word) => [word, 1.7] as const),
]);

export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...['a', 'an', 'one', 'another', 'single'].map((word) => [word, 1] as const),
  ...['two', 'couple', 'both', 'pair'].map((word) => [word, 2] as const),
  ...['three', 'few', 'some', 'several'].map((word) => [word, 3] as const),
  ...['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'].map(
    (word, index) => [word, index + 4] as const,
  ),
  ...['twelve', 'dozen', 'dozens', 'many', 'hundred', 'hundreds', 'thousand', 'thousands', 'lots'].map(
    (word) => [word, 12] as const,
  ),
  ...[
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
    'thirty',
    'forty',
    'fifty',
  ].map((word) => [word, 12] as const),
]);

export const WEATHER = entries<string>({
  snow: 'winter wintry snow snowing snowy snowfall snowflakes',
  rain: 'rain raining rainy rainfall storm stormy thunderstorm drizzle shower',
  confetti: 'confetti party celebration fireworks firework',
  sparkles: 'sparkles magic magical glitter',
  bubbles: 'bubble bubbles bubbly',
  hearts: 'hearts',
  smoke: 'smoke smoky fog foggy',
  dust: 'dust dusty',
});

/** Nouns that talk about the scene and not about something in it. */
export const TALK_ABOUT_IT = new Set(
  (
    'scene video animation picture story phrase sentence text word words lyrics lyric caption captions background foreground ' +
    'something someone everything everyone nothing time way front middle center centre side top bottom left right second ' +
    'seconds minute camera colour color colours colors narration voice title stage screen movie film clip cartoon image ' +
    'synced sync rhyme nursery karaoke subtitle subtitles rhythm timing tempo 3d 2d ' +
    'lot lots season autumn summer month months year years week weeks today tomorrow hour hours number group row line kind style mood theme music sound song air ground sky end start beginning moment thing things ' +
    'day night view close-up zoom shot one ones other others please i you he she it we they me us them him her this that these ' +
    'works work means ' +
    'those who what which there here part half rest edge corner step beat direction speed size distance place'
  ).split(' '),
);

/** Verbs of asking: they begin a prompt and say nothing of the scene. */
export const ASKING = new Set(
  'make create explain teach demonstrate describe show draw animate generate build render produce give want need have let see paint illustrate compose add put place design write visualize visualise display imagine depict like'.split(
    ' ',
  ),
);
