/** Runs in the browser: holds the sides of a frame bench, each on a canvas of its own. */
import ogl from '../../../plugins/renderer/ogl/index.ts';
import three from '../../../plugins/renderer/three/index.ts';
import { encodeSegment } from '../../../studio/export/encode-segment.ts';
import type { DrawingSide, MakeSide } from './drawing-side.ts';
import { handOgl } from './hand-ogl.ts';
import { handThree } from './hand-three.ts';
import { ourSide } from './our-side.ts';
import { replayed } from './replayed.ts';

const SIDES: Readonly<Record<string, MakeSide>> = {
  'ours 2d': ourSide(ogl, 1),
  'replayed 2d': replayed(ourSide(ogl, 1), false),
  'hand 2d': handOgl,
  'ours 3d': ourSide(three, 1),
  'ours 3d fast': ourSide(three, 0.25),
  'replayed 3d': replayed(ourSide(three, 1), true),
  'hand 3d': handThree(false),
  'hand 3d transmission': handThree(true),
};

export interface BenchPage {
  open(name: string, timeline: unknown, width: number, height: number): Promise<void>;
  /** Draws `frames` moments one after the other from `from` seconds on, 30 a second. */
  draw(name: string, from: number, frames: number): void;
  /** Draws and encodes so many frames as H.264, and resolves when the last is encoded. */
  encode(name: string, fps: number, frames: number): Promise<void>;
  close(name: string): void;
}

const open = new Map<string, { readonly side: DrawingSide; readonly canvas: HTMLCanvasElement }>();

const page: BenchPage = {
  async open(name, timeline, width, height) {
    const make = SIDES[name];
    if (!make) throw new Error(`There is no side ${name}.`);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    document.body.append(canvas);
    open.set(name, { side: await make(canvas, timeline), canvas });
  },
  draw(name, from, frames) {
    for (let at = 0; at < frames; at += 1) open.get(name)?.side.draw(from + at / 30);
  },
  async encode(name, fps, frames) {
    const drawn = open.get(name);
    if (!drawn) throw new Error(`${name} is not open.`);
    const { canvas, side } = drawn;
    const picture = { format: 'mp4', width: canvas.width, height: canvas.height, fps } as const;
    await encodeSegment(canvas, { picture, first: 0, count: frames, draw: (at) => side.draw(at / fps) });
  },
  close(name) {
    open.get(name)?.side.dispose();
    open.delete(name);
  },
};

Object.assign(window, { bench: page });
