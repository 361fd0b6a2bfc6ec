import type { Idea } from '../../reading/idea.ts';

/** What a bowl may hold and stand among; whoever asks for more wants another scene. */
const AROUND = new Set(['fish-bowl', 'goldfish', 'fish', 'plant', 'desk', 'window', 'lamp']);
const ABOUT_WATER =
  /^(?:bowl|tank|aquarium|glass|water|refraction|refraction-like|like|shimmer|ripple|bubble|plant|weed|seaweed|sway|mood|progression|caustic|light|lighting|reflection|dusk|evening|cinematic|surface|transition|3d|atmosphere|sunset|desk|table|room|window|lamp|home|gravel|pebble|day-to-dusk|day)s?$/i;

/** More of them would have no room to turn. */
const MOST_FISH = 3;

const fishIn = (cast: Idea['cast']) => cast.filter(({ kind }) => kind === 'goldfish' || kind === 'fish');

/** Whether an idea is certified scenario D: fish in their bowl, with the water, the light and the things around it. */
export function isFishBowl({ cast, deeds, quotes }: Idea, prompt: string): boolean {
  const bowl = cast.some(({ kind }) => kind === 'fish-bowl') || /\b(?:fish\s?-?(?:bowl|tank)|aquarium)\b/i.test(prompt);
  const usual = cast.every(({ kind, label }) =>
    label === null ? AROUND.has(kind) : label.split(/[\s-]+/).every((word) => ABOUT_WATER.test(word)),
  );
  const calm = deeds.every(({ act }) => act !== 'jump' && act !== 'burst');
  return bowl && usual && calm && quotes.length === 0;
}

/** Rounds that stay clear of the glass and of each other; where each begins, seen from the middle of the stage. */
const ROUNDS = [
  { name: 'nemo', at: '(560, 440)', way: '(700, 470) (740, 420) (690, 385) (590, 400) (545, 430)', size: 0.8 },
  { name: 'coral', at: '(700, 400)', way: '(610, 380) (560, 410) (600, 450) (690, 460) (730, 425)', size: 0.6 },
  { name: 'pearl', at: '(640, 470)', way: '(720, 445) (700, 395) (620, 385) (570, 425) (590, 465)', size: 0.5 },
] as const;

/** Scenario D: goldfish in their bowl on a desk by the window, from the afternoon into the evening. */
export function fishBowl({ cast }: Idea, seed: number): string {
  const wished = fishIn(cast);
  const colours = wished.flatMap(({ colors }) => colors);
  const count = wished.reduce((sum, member) => sum + member.count, 0);
  // "A red fish swims in a fish bowl" names the same fish twice, in two ways.
  const several = wished.some((member) => member.count > 1);
  const rounds = ROUNDS.slice(0, Math.min(MOST_FISH, several ? count : 1));
  const fish = rounds.map(({ at, name, size }, index) => {
    const colour = colours[index % Math.max(1, colours.length)];
    return `    actor ${name} is goldfish at ${at} scale ${size}${colour === undefined ? '' : ` color ${colour}`}`;
  });
  const swim = rounds.map(({ name, way }) => `    move ${name} through ${way} along loop over 8s ease linear`);
  const [who, they] =
    rounds.length === 1
      ? ['A goldfish swims slowly in its bowl of clear water.', 'It swims in long rounds and never touches the glass.']
      : [
          `${rounds.length === 2 ? 'Two' : 'Three'} goldfish swim slowly in their bowl of clear water.`,
          'They swim in long rounds and never touch the glass.',
        ];
  return `// Scenario D: a goldfish in its bowl on a desk by the window, from the afternoon into the evening.

scene "The fish bowl" {
  stage 1280 x 720
  seed ${seed}
  environment day-room
  length 24s

  actor pane is window at (300, 250, -160)
  actor table is desk at (640, 645, -20)
  actor lamp is lamp at (1090, 500) scale 1.1

  // The bowl, and what lives in it: all places are counted from its middle.
  group tank at (640, 420) {
    actor weed is plant at (575, 480) scale 0.8 animation sway
    actor bowl is fish-bowl at (640, 420) scale 1.25
${fish.join('\n')}
  }

  material crystal is glass { ior 1.18  distortion 0.12  rim-strength 0.5 }
  material net is caustic { intensity 0.5  scale 1.6  speed 0.6 }
  apply crystal to bowl
  apply net to table

  say first "${who}" at 1s
  say second "Small bubbles rise, and light dances on the desk." after first + 2s
  say third "Outside the day is over, and the room grows warm and still." after second + 3s
  lyrics first { highlight #ffd9a0  at (640, 660)  size 34 }
  lyrics second { highlight #cfefff  at (640, 660)  size 34 }
  lyrics third { highlight #ffd9a0  at (640, 660)  size 34 }

  // ${they}
  repeat 3 {
${swim.join('\n')}
  }

  emit bubbles from weed within bowl for 22s count 60
  emit shimmer from bowl for 24s
  emit caustics from table for 24s

  after second { environment evening-room over 9s ease in-out-sine }
  3s after second { animate lamp glow }
  on third.warm { sound chime volume 0.25 }

  only 3d {
    light sunshine from pane intensity 1.1 color #ffe2b8
    camera orbit bowl by 14deg over 20s ease in-out-sine at 1s
  }
  only 2d { camera push-in bowl by 1.12 over 16s ease in-out-sine at 2s }
}
`;
}
