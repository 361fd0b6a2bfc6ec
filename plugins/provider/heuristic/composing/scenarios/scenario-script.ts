import type { Idea } from '../../reading/idea.ts';
import { cowAndMoon, isCowAndMoon } from './cow-and-moon.ts';
import { dayToNight, isDayToNight } from './day-to-night.ts';
import { fishBowl, isFishBowl } from './fish-bowl.ts';
import { isMarketGrowth, marketGrowth } from './market-growth.ts';

/** The script of the certified scenario that a prompt asks for; null where it asks for something else. */
export function scenarioScript(idea: Idea, prompt: string, seed: number): string | null {
  if (isCowAndMoon(idea)) return cowAndMoon(idea, seed);
  if (isDayToNight(idea, prompt)) return dayToNight(seed);
  if (isMarketGrowth(idea, prompt)) return marketGrowth(seed);
  if (isFishBowl(idea, prompt)) return fishBowl(idea, seed);
  return null;
}
