import type { SpeakRequest, Speech } from '../../../plugins/contract/index.ts';
import { joinSpeech } from './join-speech.ts';
import { splitText, type TextPart } from './split-text.ts';

/** Voices that are asked at the same time for parts of one text. */
const AT_ONCE = 3;

type Say = (request: SpeakRequest) => Promise<Speech>;

/** Has a text spoken, a long one in parts at the same time. What does not fit together is spoken in one piece. */
export async function speakText(request: SpeakRequest, say: Say): Promise<Speech> {
  const parts = splitText(request.text);
  if (parts.length === 1) return say(request);
  return joinSpeech(await spoken(parts, request, say)) ?? say(request);
}

async function spoken(parts: readonly TextPart[], request: SpeakRequest, say: Say) {
  const speeches = new Map<TextPart, Speech>();
  const waiting = [...parts];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      speeches.set(part, await say({ ...request, text: part.text }));
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, work));
  return parts.flatMap((part) => {
    const speech = speeches.get(part);
    return speech === undefined ? [] : [{ part, speech }];
  });
}
