import type { Timeline } from '../../plan/timeline.ts';
import { MOST_STROKES, type Stroke } from '../strokes/stroke.ts';
import { actorStrokes, animationStrokes, materialStrokes, motionStrokes } from './actors.ts';
import { chartStrokes } from './charts.ts';
import { drawingStrokes } from './drawings.ts';
import { cameraStrokes, fxStrokes, modeStroke, moodStrokes, morphStrokes } from './surroundings.ts';
import { tellingOf } from './telling.ts';
import { lyricsStrokes, remarkStrokes } from './words.ts';

/**
 * The timeline as a v1 client would have drawn it, things before what happens to them. Strokes can say less than a
 * script: groups, pictures, sounds, depth, orbits, free paths and fading actors are left out. Compiling the strokes and
 * telling the result again gives the same strokes.
 */
export function toStrokes(timeline: Timeline): Stroke[] {
  const telling = tellingOf(timeline);
  const things = [modeStroke(telling), ...moodStrokes(telling), ...actorStrokes(telling), ...drawingStrokes(telling)];
  const shown = [...chartStrokes(telling), ...remarkStrokes(telling), ...lyricsStrokes(telling)];
  const deeds = [
    ...[motionStrokes, animationStrokes, materialStrokes].flatMap((strokes) => strokes(telling)),
    ...[fxStrokes, cameraStrokes, morphStrokes].flatMap((strokes) => strokes(telling)),
  ].toSorted((a, b) => a.timing.start_ms - b.timing.start_ms);
  return [...things, ...shown, ...deeds]
    .slice(0, MOST_STROKES)
    .map((stroke, index) => ({ stroke_id: `stroke-${index + 1}`, ...stroke }));
}
