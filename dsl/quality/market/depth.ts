import type { Footage } from '../footage.ts';
import { atLeast, atMost, type QualityCheck } from '../report.ts';
import { chartIn, chartsOf } from './figures.ts';

/** C.depth (3D): every chart has body, and a light shines on it. */
export function chartDepth(footage: Footage): QualityCheck {
  const last = footage.frames.at(-1);
  const flat = chartsOf(footage).find(({ id }) => {
    const chart = last && chartIn(last, id);
    return !chart?.marks.some((mark) => mark.kind === 'shape' && mark.depth > 0);
  });
  const lit = footage.frames.every(
    ({ lights, environment }) => lights.some(({ intensity }) => intensity > 0) || environment.key > 0.3,
  );
  const figure = flat || !lit ? 0 : 1;
  return atLeast('C.depth', 1, { at_ms: last?.at_ms ?? 0, figure }, () =>
    flat ? `the chart ${flat.id} has no depth` : lit ? 'charts have depth and light' : 'no light shines on the charts',
  );
}

/** Frames of 30 a second for which a look is held. */
const HELD_FRAMES = 30;

/** C.camera-presents (3D): the camera looks at one chart after the other, of those to be seen, for a second at least. */
export function cameraPresents(footage: Footage): QualityCheck {
  const charts = chartsOf(footage);
  const looks = charts.map(({ id }) => {
    const seen = footage.slow.filter((frame) => {
      const nearest = charts
        .flatMap((each) => {
          const chart = chartIn(frame, each.id);
          return chart && chart.opacity > 0.5
            ? [{ id: each.id, away: Math.hypot(chart.x - frame.camera.x, chart.y - frame.camera.y) }]
            : [];
        })
        .sort((a, b) => a.away - b.away)[0];
      return nearest?.id === id && frame.camera.zoom > 1.02;
    });
    return { id, held: seen.length >= HELD_FRAMES };
  });
  const missed = looks.find(({ held }) => !held);
  const sample = { at_ms: 0, figure: missed ? 1 : 0 };
  return atMost('C.camera-presents', 0, sample, () =>
    missed ? `the camera never looks at ${missed.id}` : 'the camera presents one chart after the other',
  );
}
