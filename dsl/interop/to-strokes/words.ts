import { splitWords } from '../../check/words.ts';
import { restOf } from '../../plan/motion.ts';
import type { LyricsState, TextState } from '../../plan/timeline.ts';
import { changesOf, STILL, type Telling, type Told, whole } from './telling.ts';

/** Written lines, and the ball that bounces on them. */
export function lyricsStrokes(telling: Telling): Told[] {
  const lines = whole(telling, 'lyrics').map(({ patch }) => patch.value as LyricsState);
  const tracks = lines.flatMap((state): Told[] => {
    const { items, color, highlight } = state;
    const [first] = items;
    const last = items.at(-1);
    if (!first || !last || items.some(({ text }) => splitWords(text).length !== 1)) return [];
    const [x, y] = telling.scale.point(state.position);
    const words = items.map(({ text, at_ms }) => ({ text, at_ms }));
    const look = { x, y, size: telling.scale.size(state.size), color, highlight };
    const params = { items: words, start_ms: first.at_ms, end_ms: last.end_ms, ...look };
    return [{ kind: 'setLyricsTrack', params, timing: { ...STILL, start_ms: first.at_ms } }];
  });
  const bounced = lines.find(({ ball }) => ball);
  const [start] = bounced?.items ?? [];
  if (!start || tracks.length === 0) return tracks;
  const params = { fx_id: 'bouncing_ball', kind: 'bouncing_ball' };
  return [...tracks, { kind: 'emitFx', params, timing: { ...STILL, start_ms: start.at_ms } }];
}

/** Texts, from when they are first seen until they are gone. */
export function remarkStrokes(telling: Telling): Told[] {
  return whole(telling, 'texts').flatMap(({ id, patch }): Told[] => {
    if (!telling.sayable.has(id)) return [];
    const state = patch.value as TextState;
    const fades = changesOf(telling, 'texts', id, 'opacity').map((change) => ({
      at_ms: change.patch.at_ms,
      opacity: restOf(change.patch.value as TextState['opacity']),
    }));
    const initial = restOf(state.opacity);
    const shown = initial > 0 ? { at_ms: 0, opacity: initial } : fades.find(({ opacity }) => opacity > 0);
    if (shown === undefined) return [];
    const gone = fades.findLast(({ at_ms, opacity }) => opacity === 0 && at_ms > shown.at_ms);
    const [x, y] = telling.scale.point(restOf(state.position));
    const text =
      state.value === null ? state.text : state.text.replace('{}', restOf(state.value).toFixed(state.decimals));
    const look = { size: telling.scale.size(restOf(state.size)), color: restOf(state.color), opacity: shown.opacity };
    const duration_ms = gone === undefined ? 0 : gone.at_ms - shown.at_ms;
    const params = { id: telling.names.thing(id), text, x, y, ...look };
    return [{ kind: 'annotateInsight', params, timing: { ...STILL, start_ms: shown.at_ms, duration_ms } }];
  });
}
