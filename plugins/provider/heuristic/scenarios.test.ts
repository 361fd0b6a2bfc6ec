import { describe, expect, it } from 'vitest';
import { compile, evaluateQuality, recogniseScenario, type Scenario, toV1Patches } from '../../../dsl/index.ts';
import { answer } from './answer.ts';

const ask = (prompt: string, seed = 7) => answer({ prompt, currentScript: null, failed: null, seed }).script;

/** What a client of the first version waits for. */
const PATHS: Readonly<Record<Exclude<Scenario, 'A'>, readonly string[]>> = {
  B: ['/environment/mood', '/scene/transition'],
  C: ['/charts/adoption_curve', '/charts/saturation_pie', '/charts/segmented_attach'],
  D: ['/actors/fish_bowl', '/actors/goldfish', '/fx/bubble_emitter', '/render/mode'],
};

const WORDINGS: Readonly<Record<keyof typeof PATHS, readonly string[]>> = {
  B: [
    'Elegant scene transitioning from day to night with smooth lighting progression.',
    'show how day turns into night',
    'a smooth transition from daylight to nightfall',
    'The sun sets and the moon rises, from noon to midnight',
    'day fades into night',
    'Time-lapse of a valley from morning to night',
    'animate the change from day to a starry night',
    'a calm landscape that passes from afternoon to night',
    'Day becomes night',
    'lighting progression from noon to night, cinematic',
    'Please make a scene where the daytime slowly turns to nighttime',
    'Elegant scene transitioning from day to night with smooth lighting progression. take 17',
  ],
  C: [
    'animated presentation showcasing market growth and increases in segmented attach within certain markets; graphs should grow as timeline tick proceeds',
    'charts of market growth and saturation by segment',
    'A presentation with graphs: how the market grows and how each segment attaches',
    'animated dashboard of adoption growth and market share',
    'business presentation: growing sales, segments and a pie chart of market share',
    'Show market growth with animated charts, segment attach rates and saturation',
    'infographic about rising product adoption and customer segments',
    'visualization of industry growth, segmented by region, with charts',
    'Present the increase in market penetration with bar charts and a curve',
    'animated graphs of revenue growth and attach by segment',
    'slides on how a company gains market share, with growing charts',
    'charts of market growth and saturation by segment take 17',
  ],
  D: [
    '3d fish bowl cinematic with refraction-like glass, water shimmer, bubbles, plant sway, and day-to-dusk mood progression',
    'a goldfish swims in a bowl',
    'a fish bowl on a desk',
    'Goldfish in a glass bowl with bubbles and caustics',
    'an aquarium with a goldfish, water shimmer and a swaying plant',
    'a fish tank at dusk',
    'cinematic fishbowl with reflections',
    'a fish in a bowl by the window',
    'show a goldfish bowl with light and bubbles',
    'A glass fish bowl, water ripples and evening light',
    'a red fish swims in a fish bowl',
    'three fish in a bowl',
  ],
};

describe('a prompt for a certified scenario', () => {
  for (const [scenario, prompts] of Object.entries(WORDINGS) as [keyof typeof PATHS, readonly string[]][])
    it.each(prompts)(`makes ${scenario} of: %s`, (prompt) => {
      for (const mode of ['2d', '3d'] as const) {
        const { diagnostics, value } = compile(ask(prompt), { mode, alignment: null });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(recogniseScenario(value)).toBe(scenario);
        expect(evaluateQuality(value, scenario).failures).toEqual([]);
        const patched = toV1Patches(value).map(({ path }) => path);
        for (const path of PATHS[scenario]) expect(patched, path).toContain(path);
      }
    });

  it('is certified whatever the seed', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { value } = compile(ask('a fish bowl on a desk', seed * 7919), { mode: '2d', alignment: null });
      expect(evaluateQuality(value, 'D').failures, `seed ${seed * 7919}`).toEqual([]);
    }
  });

  it('gives the fish the colours and the number that were asked for', () => {
    const script = ask('two red goldfish in a bowl');
    expect(script.match(/is goldfish .* color #ff0000/g)).toHaveLength(2);
    expect(script).toContain('Two goldfish swim');
  });
});

describe('a prompt for something else', () => {
  it.each([
    'a goldfish',
    'a chart of my sales',
    'a cow and a moon on a shelf',
    'a day at the beach',
    'a night in the city',
    'market growth of 12% in 2024',
    'the dog sleeps from day to night',
    'A cow eats grass under the moon',
    'from night to day',
    'a presentation about our team',
    'say "day turns to night"',
    'a dragon flies from day into night',
  ])('is no scenario: %s', (prompt) => {
    expect(recogniseScenario(compile(ask(prompt), { mode: '2d', alignment: null }).value)).toBeNull();
  });
});
