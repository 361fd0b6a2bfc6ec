import { actorIn, type Footage } from './footage.ts';
import { figure, type QualityCheck } from './report.ts';

const LIMIT_PX = 0.5;

/** A.in-frame: cow and moon are on the stage and wholly inside the picture in every frame. */
export function inFrame({ frames, timeline: { stage } }: Footage): QualityCheck {
  let worst = 0;
  let at_ms = 0;
  let who = 'cow and moon';
  for (const frame of frames) {
    for (const kind of ['cow', 'moon']) {
      const bounds = actorIn(frame, kind)?.bounds;
      const overhang = bounds
        ? Math.max(-bounds.x, -bounds.y, bounds.x + bounds.width - stage.width, bounds.y + bounds.height - stage.height)
        : Math.max(stage.width, stage.height);
      if (overhang > worst) [worst, at_ms, who] = [overhang, frame.at_ms, kind];
    }
  }
  const ok = worst <= LIMIT_PX;
  const message = ok ? 'cow and moon stay in the picture' : `the ${who} leaves the picture by ${figure(worst)} px`;
  return { rule: 'A.in-frame', ok, at_ms, figure: figure(worst), limit: LIMIT_PX, message };
}
