import { actorIn, type Footage } from './footage.ts';
import { figure, type QualityCheck } from './report.ts';

const LEAST_PX = 10;

/** A.moonlight (3D): a light shines from the moon in every frame. */
export function moonlight({ frames }: Footage): QualityCheck {
  const dark = frames.find((frame) => {
    const moon = actorIn(frame, 'moon');
    return !frame.lights.some((light) => light.intensity > 0 && light.source === moon?.id);
  });
  const message = dark ? 'no light shines from the moon' : 'the moon lights the scene';
  return { rule: 'A.moonlight', ok: !dark, at_ms: dark?.at_ms ?? 0, figure: dark ? 0 : 1, limit: 1, message };
}

/** A.camera-follows (3D): while the cow flies, the camera's gaze goes along with it. */
export function cameraFollows({ frames }: Footage): QualityCheck {
  const flight = frames.filter((frame) => (actorIn(frame, 'cow')?.pose.airborne ?? 0) > 0.05);
  const gaze = flight.map((frame) => frame.camera.target.x);
  const along = gaze.length > 0 ? Math.max(...gaze) - Math.min(...gaze) : 0;
  const ok = along >= LEAST_PX;
  const message = `the camera's gaze moves ${figure(along)} px while the cow flies`;
  return {
    rule: 'A.camera-follows',
    ok,
    at_ms: flight[0]?.at_ms ?? 0,
    figure: figure(along),
    limit: LEAST_PX,
    message,
  };
}
