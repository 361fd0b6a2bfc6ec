import type { Config } from '../config.ts';

/** The stand-ins that always work, and say that they are ones. */
export const STAND_INS = { tts: 'tone', stt: 'text' } as const;
export type Direction = keyof typeof STAND_INS;

/** What the settings of the earlier OpenCommotion call some plugins. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['openai-compatible', 'openai'],
  ['tone-fallback', 'tone'],
  ['text-fallback', 'text'],
  ['faster-whisper', 'whisper'],
]);

/** On this machine before elsewhere; what was set up by somebody before what is built in. */
const AUTO: Readonly<Record<Direction, readonly string[]>> = {
  tts: ['piper', 'espeak', 'flite', 'openai', STAND_INS.tts],
  stt: ['whisper', 'vosk', 'pocketsphinx', 'openai', STAND_INS.stt],
};

/** Voice plugins in the order in which they are asked. */
export interface VoiceOrder {
  readonly ids: readonly string[];
  /** Somebody named the first: that another is used instead is worth a word. */
  readonly chosen: boolean;
}

/**
 * The order for one direction: `auto`, or names with commas between them, the best first. A stand-in comes last, also
 * where it was not named. Strict mode judges what they answer, not their names.
 */
export function voiceOrder(config: Config['voice'], direction: Direction, installed: readonly string[]): VoiceOrder {
  const names = config[direction].split(',').map((name) => ALIASES.get(name) ?? name);
  if (names.length === 1 && names[0] === 'auto')
    return { ids: AUTO[direction].filter((id) => installed.includes(id)), chosen: false };
  return { ids: [...new Set([...names, STAND_INS[direction]])], chosen: true };
}
