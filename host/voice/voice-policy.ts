import type { Config } from '../config.ts';

/** The stand-in that always works, and says that it is one. */
export const STAND_IN = 'tone';
const LOCAL_FIRST = ['piper', 'espeak'] as const;

/** Voice plugins in the order in which they are asked to speak. Strict mode judges what they answer, not their names. */
export function speakingOrder(choice: Config['voice']['tts'], installed: readonly string[]): string[] {
  if (choice === 'auto') return [...LOCAL_FIRST, STAND_IN].filter((id) => installed.includes(id));
  if (choice === 'tone-fallback') return [STAND_IN];
  return choice === STAND_IN ? [choice] : [choice, STAND_IN];
}
