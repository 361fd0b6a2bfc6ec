import type { Alignment, LineDecl, Timeline } from '../../dsl/index.ts';
import type { SpeechDesk, SpokenLine } from '../voice/speech-desk.ts';
import type { TurnEnvelope } from './turn-envelope.ts';

export interface Narration {
  readonly alignment: Alignment;
  readonly lines: ReadonlyMap<string, SpokenLine>;
  readonly warnings: readonly string[];
  readonly degrade_notes: readonly string[];
}

/** Has every line spoken, all at once. */
export async function narrate(
  desk: SpeechDesk,
  lines: readonly Pick<LineDecl, 'id' | 'text' | 'voice'>[],
): Promise<Narration> {
  const spoken = await Promise.all(
    lines.map(async ({ id, text, voice }) => [id, await desk.speak(text, voice)] as const),
  );
  const all = spoken.map(([, line]) => line);
  return {
    alignment: { lines: Object.fromEntries(spoken.map(([id, line]) => [id, line.alignment])) },
    lines: new Map(spoken),
    warnings: unique(all.flatMap((line) => line.warnings.map(({ code, message }) => `${code}: ${message}`))),
    degrade_notes: unique(all.flatMap((line) => line.degrade_notes)),
  };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The spoken lines that the timeline plays, each where it starts. */
export function voiceOf(timeline: Timeline, narration: Narration): TurnEnvelope['voice'] {
  const played = timeline.lines.flatMap((line) => {
    const spoken = narration.lines.get(line.id);
    return spoken === undefined ? [] : [{ line, spoken }];
  });
  return {
    voice: played.find(({ line }) => line.voice !== null)?.line.voice ?? 'default',
    engine: played.find(({ spoken }) => spoken.engine !== null)?.spoken.engine ?? null,
    real: played.length > 0 && played.every(({ spoken }) => spoken.real),
    segments: played.flatMap(({ line, spoken }) =>
      spoken.audio_uri === null
        ? []
        : [
            {
              line_id: line.id,
              text: line.text,
              start_ms: line.start_ms,
              duration_ms: spoken.alignment.duration_ms,
              audio_uri: spoken.audio_uri,
            },
          ],
    ),
  };
}
