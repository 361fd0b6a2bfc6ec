import { splitWords } from '../../../../../dsl/index.ts';
import type { Idea } from '../../reading/idea.ts';
import { baseForms, tokenize } from '../../reading/tokens.ts';
import { VERBS } from '../../reading/vocabulary.ts';
import { cueOf } from '../narration.ts';
import { quoted } from '../script-text.ts';

const PHRASE = 'The cow jumps over the moon';

/** Whether an idea is certified scenario A: one cow, one moon, a leap of the first over the second, and nothing else. */
export function isCowAndMoon({ cast, deeds, scenery, time, effects }: Idea): boolean {
  const cow = cast.findIndex((member) => member.kind === 'cow');
  const moon = cast.findIndex((member) => member.kind === 'moon');
  const plain = cast.every((member) => member.count === 1 && member.colors.length === 0 && member.scale === 1);
  const leaps = deeds.some(
    ({ act, subjects, object, relation }) =>
      (act === 'jump' || act === 'fly') && subjects.includes(cow) && object === moon && relation === 'over',
  );
  const usual =
    (scenery === null || scenery === 'meadow') && (time === null || time === 'night') && effects.length === 0;
  return cast.length === 2 && cow >= 0 && moon >= 0 && plain && leaps && usual;
}

/**
 * Scenario A. A phrase of the prompt takes the place of the sentence; the second line, which nobody asked for then, falls
 * away with it.
 */
export function cowAndMoon(idea: Idea, seed: number): string {
  const text = idea.quotes[0] ?? PHRASE;
  const narration = { lines: [{ id: 'line', text }], written: true };
  const leap = splitWords(text).find(({ text: word }) => {
    const [token] = tokenize(word);
    return token !== undefined && baseForms(token).some((form) => VERBS.get(form) === 'jump');
  });
  const leapCue = leap ? cueOf(narration, leap.text) : null;
  const moonCue = cueOf(narration, 'moon');
  const whole = text.toLowerCase().replace(/[.!]$/, '') === PHRASE.toLowerCase();
  const onLeap = leapCue ? `on ${leapCue}` : 'at 1.2s';
  return `// Scenario A: a cow jumps over the moon while the sentence is spoken, and a ball bounces along its words.

scene ${quoted(text)} {
  stage 1280 x 720   seed ${seed}
  environment night-meadow

  // Who is there.
  actor cow  is cow  at (200, 545) scale 0.8
  actor moon is moon at (640, 285) scale 1.1

  // The meadow at night.
  actor oak     is tree   at (70, 420, -60)    scale 0.9
  actor cottage is house  at (1190, 440, -120) scale 0.6
  actor daisy   is flower at (60, 618)         scale 0.7   colors { petals white  center gold }
  actor rose    is flower at (1180, 622)       scale 0.75
  actor tulip   is flower at (1240, 610)       scale 0.6   color #c77dff
  actor vega    is star   at (250, 110, -40)   scale 0.5
  actor altair  is star   at (1010, 90, -40)   scale 0.6
  actor deneb   is star   at (1130, 205, -40)  scale 0.4

  // What is said, and written along the lower edge.
  say line    ${quoted(text)} at 0.6s
  lyrics line    { ball bouncing  highlight #fde68a  at (640, 662) }
${whole ? LANDING : ''}
  // The jump begins on its word, passes clear above the moon, and ends softly in the grass.
  ${onLeap} {
    move cow through (200, 545) (390, 260) (640, 98) (890, 260) (1030, 545) over 2.4s ease in-out-sine as jump
    emit dust from below cow for 0.5s count 14
  }
  ${moonCue ? `on ${moonCue}` : 'at 2s'} { emit sparkles from moon for 1.4s count 48 }

  after jump {
    emit dust from below cow for 0.6s count 22
    camera shake by 3 over 0.4s
  }
${whole ? LANDED : '  after jump { camera push-in moon by 1.1 over 1.4s ease in-out-sine }\n'}
  // In three dimensions the moon is the lamp of the scene, and the camera goes along with the cow.
  only 3d {
    light moonlight from moon intensity 1.4 color #dfe8ff
    material silver is rim-glow { strength 0.6 }
    apply silver to moon
    ${onLeap} { camera follow cow by 12% over 1.2s }
  }
}
`;
}

const LANDING = `  say landing "And she lands without a sound." after jump + 0.5s
  lyrics landing { ball bouncing  highlight #fde68a  at (640, 662) }
`;

const LANDED = `  on landing.sound { emit stars from above cow for 1s count 12 }
  after landing { camera push-in moon by 1.1 over 1.4s ease in-out-sine }
`;
