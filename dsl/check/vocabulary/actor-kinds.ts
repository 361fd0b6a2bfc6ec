/**
 * The things a script can name with `is`. The language needs only their size, colour slots and habits;
 * how they look is the renderers' business.
 */
export interface ActorKind {
  /** Size at scale 1 in stage pixels. */
  readonly width: number;
  readonly height: number;
  /** Colour slots with their defaults; the first is what `color` alone sets. */
  readonly colors: Readonly<Record<string, string>>;
  /** Animations it knows; the first is what it does by itself. */
  readonly animations: readonly string[];
  /** Where it belongs: decides where a composer puts it, and what it does while it moves. */
  readonly habitat: 'ground' | 'sky' | 'water' | 'any';
  /** Other words people use for it; a script names the kind itself. */
  readonly synonyms: readonly string[];
  /** Where a vessel holds water. */
  readonly water?: Water;
}

/** Shares of a vessel's box, counted from its upper left corner: an ellipse that is full up to `surface`. */
export interface Water {
  readonly center_x: number;
  readonly center_y: number;
  readonly radius_x: number;
  readonly radius_y: number;
  readonly surface: number;
}

export const ACTOR_KINDS: Readonly<Record<string, ActorKind>> = {
  cow: {
    width: 260,
    height: 180,
    colors: { body: '#f6f1e7', spots: '#3a2e2a', muzzle: '#e8a9a0', horns: '#d9c9a3' },
    animations: ['idle', 'walk', 'none'],
    habitat: 'ground',
    synonyms: ['cattle', 'bull', 'calf'],
  },
  moon: {
    width: 150,
    height: 150,
    colors: { body: '#f4ecd0', craters: '#cfc4a1', halo: '#fdf3cf' },
    animations: ['glow', 'none'],
    habitat: 'sky',
    synonyms: ['crescent'],
  },
  sun: {
    width: 160,
    height: 160,
    colors: { body: '#ffcf4a', rays: '#ffb02e' },
    animations: ['glow', 'none'],
    habitat: 'sky',
    synonyms: ['sunshine'],
  },
  star: {
    width: 60,
    height: 60,
    colors: { body: '#ffe38a' },
    animations: ['twinkle', 'spin', 'none'],
    habitat: 'sky',
    synonyms: ['sparkle'],
  },
  cloud: {
    width: 240,
    height: 110,
    colors: { body: '#ffffff' },
    animations: ['drift', 'none'],
    habitat: 'sky',
    synonyms: [],
  },
  tree: {
    width: 200,
    height: 300,
    colors: { leaves: '#3f8f4f', trunk: '#6b4a2f' },
    animations: ['sway', 'none'],
    habitat: 'ground',
    synonyms: ['oak', 'pine', 'forest', 'bush'],
  },
  house: {
    width: 280,
    height: 260,
    colors: { walls: '#f0dcc0', roof: '#b5483a', door: '#6b4a2f', windows: '#ffe9a8' },
    animations: ['none'],
    habitat: 'ground',
    synonyms: ['home', 'cottage', 'cabin', 'hut', 'barn', 'building'],
  },
  flower: {
    width: 70,
    height: 120,
    colors: { petals: '#f27fb2', center: '#ffd166', stem: '#3f8f4f' },
    animations: ['sway', 'none'],
    habitat: 'ground',
    synonyms: ['rose', 'tulip', 'daisy', 'blossom'],
  },
  person: {
    width: 110,
    height: 250,
    colors: { shirt: '#3b82f6', trousers: '#334155', skin: '#e0ac83', hair: '#4a2f22' },
    animations: ['idle', 'walk', 'wave', 'none'],
    habitat: 'ground',
    synonyms: ['man', 'woman', 'girl', 'boy', 'child', 'kid', 'people', 'teacher', 'human'],
  },
  dog: {
    width: 190,
    height: 140,
    colors: { body: '#b9824f', ears: '#7a4f2b', collar: '#d64545' },
    animations: ['idle', 'walk', 'none'],
    habitat: 'ground',
    synonyms: ['puppy', 'hound', 'wolf', 'fox'],
  },
  cat: {
    width: 150,
    height: 130,
    colors: { body: '#8d8f98', stripes: '#5d5f68', nose: '#e8a9a0' },
    animations: ['idle', 'walk', 'none'],
    habitat: 'ground',
    synonyms: ['kitten', 'kitty'],
  },
  bird: {
    width: 110,
    height: 80,
    colors: { body: '#4c8dd6', wings: '#2f6cb3', beak: '#ffb02e' },
    animations: ['flap', 'none'],
    habitat: 'sky',
    synonyms: ['sparrow', 'eagle', 'owl', 'duck', 'crow'],
  },
  fish: {
    width: 130,
    height: 80,
    colors: { body: '#ff8a2b', fins: '#ffb46b' },
    animations: ['swim', 'none'],
    habitat: 'water',
    synonyms: ['shark', 'whale', 'dolphin'],
  },
  butterfly: {
    width: 90,
    height: 80,
    colors: { wings: '#a86fe0', body: '#3a2e2a' },
    animations: ['flap', 'none'],
    habitat: 'sky',
    synonyms: ['moth', 'bee'],
  },
  car: {
    width: 260,
    height: 120,
    colors: { body: '#d64545', windows: '#bfe3f5', wheels: '#22252b' },
    animations: ['drive', 'none'],
    habitat: 'ground',
    synonyms: ['truck', 'taxi', 'bus', 'vehicle'],
  },
  rocket: {
    width: 110,
    height: 260,
    colors: { body: '#eef1f6', fins: '#d64545', window: '#6cc4ee', flame: '#ffb02e' },
    animations: ['fly', 'none'],
    habitat: 'any',
    synonyms: ['spaceship', 'shuttle', 'missile'],
  },
  boat: {
    width: 260,
    height: 220,
    colors: { hull: '#8a4b2a', sail: '#f7f3e8' },
    animations: ['bob', 'none'],
    habitat: 'water',
    synonyms: ['ship', 'sailboat', 'yacht'],
  },
  planet: {
    width: 200,
    height: 200,
    colors: { body: '#d99b5b', bands: '#b97b42', ring: '#e9d3a5' },
    animations: ['spin', 'none'],
    habitat: 'sky',
    synonyms: ['saturn', 'jupiter', 'mars', 'venus', 'mercury', 'neptune', 'uranus'],
  },
  globe: {
    width: 200,
    height: 200,
    colors: { sea: '#2f7fd0', land: '#4fa35b' },
    animations: ['spin', 'none'],
    habitat: 'sky',
    synonyms: ['earth', 'world'],
  },
  ball: {
    width: 90,
    height: 90,
    colors: { body: '#e5484d', stripe: '#ffffff' },
    animations: ['none', 'roll'],
    habitat: 'ground',
    synonyms: ['sphere', 'football', 'marble'],
  },
  balloon: {
    width: 110,
    height: 190,
    colors: { body: '#e5484d', string: '#d8d8d8' },
    animations: ['sway', 'none'],
    habitat: 'sky',
    synonyms: [],
  },
  heart: {
    width: 110,
    height: 100,
    colors: { body: '#e5486d' },
    animations: ['beat', 'none'],
    habitat: 'any',
    synonyms: ['love'],
  },
  mountain: {
    width: 520,
    height: 330,
    colors: { rock: '#6d7688', snow: '#f4f7fb' },
    animations: ['none'],
    habitat: 'ground',
    synonyms: ['hill', 'volcano', 'peak'],
  },
  robot: {
    width: 150,
    height: 230,
    colors: { body: '#9fb3c8', eyes: '#5ef2d6', joints: '#4a5a6b' },
    animations: ['idle', 'walk', 'wave', 'none'],
    habitat: 'ground',
    synonyms: ['android', 'machine', 'drone'],
  },
  book: {
    width: 150,
    height: 110,
    colors: { cover: '#2f6cb3', pages: '#f7f3e8' },
    animations: ['none'],
    habitat: 'ground',
    synonyms: ['notebook', 'story'],
  },
  box: {
    width: 140,
    height: 140,
    colors: { body: '#c89b62', tape: '#e6d2ac' },
    animations: ['none'],
    habitat: 'ground',
    synonyms: ['cube', 'crate', 'package', 'gift'],
  },
  'fish-bowl': {
    width: 360,
    height: 330,
    colors: { glass: '#dff1f8', water: '#8fd0ea', gravel: '#c9a46c' },
    animations: ['ripple', 'none'],
    habitat: 'ground',
    synonyms: ['fishbowl', 'aquarium', 'bowl', 'tank'],
    water: { center_x: 0.5, center_y: 0.53, radius_x: 0.455, radius_y: 0.425, surface: 0.3 },
  },
  goldfish: {
    width: 110,
    height: 64,
    colors: { body: '#ff8a2b', fins: '#ffb84d' },
    animations: ['swim', 'none'],
    habitat: 'water',
    synonyms: ['koi', 'carp'],
  },
  plant: {
    width: 90,
    height: 190,
    colors: { leaves: '#3f9f5f' },
    animations: ['sway', 'none'],
    habitat: 'any',
    synonyms: ['seaweed', 'kelp', 'grass', 'weed'],
  },
  window: {
    width: 300,
    height: 340,
    colors: { frame: '#f2ece0', sill: '#d8c9ad' },
    animations: ['none'],
    habitat: 'any',
    synonyms: ['pane'],
  },
  desk: {
    width: 1280,
    height: 150,
    colors: { top: '#a8744a', front: '#7d5233' },
    animations: ['none'],
    habitat: 'ground',
    synonyms: ['table', 'shelf'],
  },
  lamp: {
    width: 90,
    height: 140,
    colors: { shade: '#f2c14e', light: '#fff3c4' },
    animations: ['none', 'glow'],
    habitat: 'ground',
    synonyms: ['bulb', 'lantern'],
  },
  /** Anything without a form of its own: a card that carries its label. */
  thing: {
    width: 180,
    height: 180,
    colors: { body: '#8b7cf6', trim: '#c9c2ff' },
    animations: ['float', 'none'],
    habitat: 'any',
    synonyms: [],
  },
};
