import type { Idea } from '../../reading/idea.ts';

const DAY = /\b(?:day(?:light|time)?|noon|midday|morning|afternoon|sunlight|sunlit)\b/i;
const NIGHT = /\b(?:night(?:fall|time)?|midnight|moonlight|moonrise|starry)\b/i;
const PASSES =
  /\b(?:from|to|into|until|transition\w*|becom\w*|turn\w*|fad\w*|pass\w*|progress\w*|shift\w*|chang\w*|blend\w*|sunset|lapse|timelapse|cycle)\b/i;
/** What the sky and its light are made of; whoever asks for more wants another scene. */
const OF_THE_SKY = new Set(['sun', 'moon', 'star', 'cloud']);
const ABOUT_LIGHT =
  /^(?:light(?:ing)?|progression|transition|sky|skies|mood|landscape|valley|hill|horizon|shadow|colou?r|atmosphere|ambience|gradient|tone|time-?lapse|lapse|cycle|nature|world|sunset|sunrise|dusk|twilight|passage|change|shift|hour|day|daylight|daytime|night|nightfall|nighttime|elegant|smooth|soft|gentle|cinematic|calm|slow)s?$/i;

/** Whether a prompt is certified scenario B: the light goes from day to night, and nothing else happens. */
export function isDayToNight({ cast, deeds, effects, quotes }: Idea, prompt: string): boolean {
  const sky = cast.every(({ kind, label }) =>
    label === null ? OF_THE_SKY.has(kind) : label.split(/[\s-]+/).every((word) => ABOUT_LIGHT.test(word)),
  );
  const [day, night] = [DAY.exec(prompt), NIGHT.exec(prompt)];
  const inOrder = day !== null && night !== null && day.index < night.index;
  const quiet =
    effects.length === 0 && quotes.length === 0 && deeds.every(({ act }) => act !== 'jump' && act !== 'burst');
  return sky && inOrder && quiet && PASSES.test(prompt);
}

/** Scenario B: a valley goes from noon to night. The sun sinks, shadows lengthen, stars come out, the moon rises. */
export const dayToNight = (seed: number): string => `// Scenario B: a valley goes from noon to night.

scene "From day to night" {
  stage 1280 x 720
  seed ${seed}
  environment noon-valley

  // The lights of the sky stand far behind the hills.
  actor sun is sun at (950, 130, -400) scale 0.8
  actor moon is moon at (980, 800, -400) scale 0.8 opacity 0

  // Who lives in the valley.
  actor lodge is house at (930, 505) scale 0.75
  actor elm is tree at (1110, 470, -30) scale 1.05
  actor oak is tree at (180, 480, -30) scale 1.15
  actor birch is tree at (330, 520) scale 0.7
  actor bess is cow at (590, 535) scale 0.5 facing right
  actor swift is bird at (-60, 150) scale 0.7

  // What is told.
  say noon "At noon the sun stands high above the valley." at 0.8s
  say evening "Towards evening it sinks, and the shadows grow long." after noon + 1.6s
  say dusk "The light turns red, then blue, and the first stars come out." after evening + 1.8s
  say night "At last the moon climbs over the sleeping hills." after dusk + 1.6s

  lyrics noon { highlight #fff1c2  at (640, 628) }
  lyrics evening { highlight #ffd9a0  at (640, 628) }
  lyrics dusk { highlight #ffc9d6  at (640, 628) }
  lyrics night { highlight #cfe0ff  at (640, 628) }

  // The day, in three long breaths; the sun goes its way through all of them.
  after noon {
    environment golden-valley over 6s ease linear
    move sun through (950, 130, -400) (560, 250, -400) (250, 470, -400) (170, 640, -400) over 10s ease in-sine
        as sunset
    move swift to (1360, 70) over 9s ease linear
  }
  after evening + 0.6s { environment dusk-valley over 5s ease linear as nightfall }
  after dusk - 1s { environment night-valley over 6s ease linear }
  after sunset { fade sun out over 0.4s }

  after sunset + 1.5s {
    fade moon in over 0.6s
    move moon through (980, 800, -400) (950, 420, -400) (860, 190, -400) over 7s ease out-sine
  }
  on night.sleeping { animate bess idle }

  only 3d {
    on evening.shadows { camera pan to (660, 365) over 5s ease in-out-sine }
    on night.moon { camera pan to (660, 345) over 4s ease in-out-sine }
  }
}
`;
