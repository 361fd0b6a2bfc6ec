import { splitWords } from '../../../../dsl/index.ts';
import type { Idea } from '../reading/idea.ts';
import { baseForms, tokenize } from '../reading/tokens.ts';
import { VERBS } from '../reading/vocabulary.ts';
import { cueOf } from './narration.ts';
import { quoted } from './script-text.ts';

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

/** Scenario A, with the phrase of the prompt where it has one. */
export function cowAndMoon(idea: Idea, seed: number): string {
  const text = idea.quotes[0] ?? PHRASE;
  const narration = { lines: [{ id: 'line', text }], written: true };
  const leap = splitWords(text).find(({ text: word }) => {
    const [token] = tokenize(word);
    return token !== undefined && baseForms(token).some((form) => VERBS.get(form) === 'jump');
  });
  const jump = leap ? cueOf(narration, leap.text) : null;
  const moon = cueOf(narration, 'moon');
  return `scene ${quoted(text)} {
  stage 1280 x 720   seed ${seed}

  environment night-meadow
  actor cow  is cow  at (220, 520) scale 0.85
  actor moon is moon at (760, 310) scale 1.2

  say line ${quoted(text)} at 0.5s
  lyrics line { ball bouncing  highlight #fde68a }

  ${jump ? `on ${jump}  ` : 'at 1.1s        '}{ move cow through (470,200) (760,110) (1010,220) (1110,520) over 2.6s ease in-out-cubic }
  ${moon ? `on ${moon}   ` : 'at 2s          '}{ emit sparkles from moon for 1.2s count 40 }
  after line     { camera push-in moon over 1s }

  only 3d {
    light moonlight from moon intensity 1.4
    material silver is rim-glow { strength 0.6 }
    apply silver to moon
  }
}
`;
}
