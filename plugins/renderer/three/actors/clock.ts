import {
  BoxGeometry,
  CircleGeometry,
  Color,
  CylinderGeometry,
  Group,
  LatheGeometry,
  SphereGeometry,
  Vector2,
} from 'three';
import { FAMILY } from '../fonts.ts';
import { copies, ring } from './copies.ts';
import type { Form, Workshop } from './form.ts';
import { facingViewer } from './front.ts';
import { glassEdge } from './glass-edge.ts';
import { puffed, through } from './outline.ts';
import { paintedFace } from './painted-face.ts';
import { add, joint } from './parts.ts';

/** The time it shows when its own clock begins, in seconds: eight past ten, as in every shop window. */
const BEGINNING_S = 10 * 3600 + 8 * 60 + 36;
/** Hours that pass in a second while the hands fly. */
const FLIGHT = 0.5;
const FRAME = [[0, -0.16], [0.68, -0.16], [0.75, -0.12], [0.775, -0.03], [0.775, 0.06], [0.755, 0.11], [0.72, 0.13], [0.685, 0.12], [0.665, 0.08], [0.66, 0]] as const; // biome-ignore format: a table

/** A round wall clock with figures, ticks and three hands under glass. */
export function clock({ palette, once }: Workshop): Form {
  const root = new Group();
  const turned = joint(root);
  const frame = once('frame', () =>
    new LatheGeometry(
      FRAME.map(([r, y]) => new Vector2(r, y)),
      72,
    ).rotateX(Math.PI / 2),
  );
  add(turned, frame, palette.paint('case', { roughness: 0.28, metalness: 0.25 }));
  const ink = palette.paint('hands', { roughness: 0.5 });
  const figures = paintedFace(512, 512, (context) => {
    context.fillStyle = palette.color('face').getStyle();
    context.fillRect(0, 0, 512, 512);
    context.fillStyle = palette.color('hands').getStyle();
    context.font = `900 66px "${FAMILY}", sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const [figure, x, y] of [
      ['12', 256, 102],
      ['3', 408, 258],
      ['6', 256, 416],
      ['9', 104, 258],
    ] as const) {
      context.fillText(figure, x, y);
    }
  });
  const dial = palette.paint(new Color('#ffffff'), { map: figures, roughness: 0.75 });
  add(
    turned,
    once('dial', () => new CircleGeometry(0.67, 64)),
    dial,
    [0, 0, 0.01],
  ).castShadow = false;
  const hours = once('hours', () => copies(new BoxGeometry(0.032, 0.075, 0.012), ring(12, 0.575, 0.014)));
  add(turned, hours, ink).castShadow = false;
  const minutes = once('minutes', () => copies(new BoxGeometry(0.011, 0.032, 0.01), ring(60, 0.595, 0.013)));
  add(turned, minutes, palette.paint(palette.color('hands', 0.35))).castShadow = false;

  const hand = (name: string, long: number, back: number, half: number, z: number) => {
    const pivot = joint(turned, [0, 0, z]);
    const shape = once(name, () =>
      puffed(
        (pen) =>
          through(pen, [
            [-half * 0.55, -back],
            [half * 0.55, -back],
            [half, long * 0.55],
            [0, long],
            [-half, long * 0.55],
          ]),
        0.008,
        0.005,
      ),
    );
    add(pivot, shape, ink);
    return pivot;
  };
  const hour = hand('hour', 0.37, 0.1, 0.046, 0.036);
  const minute = hand('minute', 0.55, 0.12, 0.033, 0.056);
  const red = palette.paint(new Color('#e5484d'), { roughness: 0.4 });
  const second = joint(turned, [0, 0, 0.074]);
  add(
    second,
    once('second', () => new BoxGeometry(0.013, 0.78, 0.008).translate(0, 0.2, 0)),
    red,
  );
  const disc = once('disc', () => new CylinderGeometry(1, 1, 1, 28).rotateX(Math.PI / 2));
  add(second, disc, red, [0, -0.14, 0], [0.042, 0.042, 0.012]);
  add(turned, disc, ink, [0, 0, 0.06], [0.052, 0.052, 0.05]);
  add(turned, disc, red, [0, 0, 0.086], [0.024, 0.024, 0.012]);

  const pane = palette.paint(new Color('#ffffff'), {
    roughness: 0.05,
    transparent: true,
    opacity: 0.06,
    depthWrite: false,
  });
  glassEdge(pane, 0.5, new Color('#eaf4ff'));
  const glass = once('glass', () => new SphereGeometry(1.6, 48, 12, 0, Math.PI * 2, 0, 0.43).rotateX(Math.PI / 2));
  add(turned, glass, pane, [0, 0, -1.43]).castShadow = false;
  return {
    root,
    pose: ({ pose }) => {
      turned.rotation.y = facingViewer(pose.heading, 0.22);
      const flies = pose.animation === 'spin';
      const time = BEGINNING_S + (flies ? pose.clock * FLIGHT * 3600 : pose.clock);
      // The second hand leaps, and swings out a little.
      const since = pose.clock % 1;
      const leap = Math.min(1, since / 0.07) + Math.exp(-since * 16) * Math.sin(since * 42) * 0.3;
      const seconds = flies ? 36 + pose.clock * 20 : 36 + Math.floor(pose.clock) - 1 + leap;
      hour.rotation.z = -(time / 43200) * Math.PI * 2;
      minute.rotation.z = -(time / 3600) * Math.PI * 2;
      second.rotation.z = -(seconds / 60) * Math.PI * 2;
    },
  };
}
