import { contextOf, finish, type MakeSide } from './drawing-side.ts';

type Method = (...args: unknown[]) => unknown;
type Call = readonly [method: Method, args: readonly unknown[]];

const isMethod = (value: unknown): value is Method => typeof value === 'function';

const MOMENTS = [3, 3 + 1 / 30, 3 + 2 / 30, 3 + 3 / 30] as const;

/** Buffers are filled anew for every frame, so what was sent has to be kept as it was. */
const kept = (value: unknown): unknown =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) ? Reflect.construct(value.constructor, [value]) : value;

/**
 * Listens to every call of the context; must begin before anybody binds one of its methods. Returns what gives the calls
 * that `draw` makes, in order.
 */
function listenTo(gl: WebGL2RenderingContext): (draw: () => void) => readonly Call[] {
  let calls: Call[] | null = null;
  for (const name in gl) {
    const method: unknown = Reflect.get(gl, name);
    if (!isMethod(method) || name.startsWith('get') || name.startsWith('is')) continue;
    Reflect.set(gl, name, (...args: unknown[]) => {
      calls?.push([method, args.map(kept)]);
      return Reflect.apply(method, gl, args);
    });
  }
  return (draw) => {
    const heard: Call[] = [];
    calls = heard;
    draw();
    calls = null;
    return heard;
  };
}

/**
 * The bare WebGL calls of another side's frames, and nothing else: what no loop that draws the same picture in the same
 * way can do without.
 */
export const replayed =
  (make: MakeSide, antialias: boolean): MakeSide =>
  async (canvas, timeline) => {
    const gl = contextOf(canvas, { alpha: false, antialias, preserveDrawingBuffer: true });
    const listen = listenTo(gl);
    const side = await make(canvas, timeline);
    for (const moment of MOMENTS) side.draw(moment);
    const films = MOMENTS.map((moment) => listen(() => side.draw(moment)));
    let next = 0;
    return {
      draw() {
        for (const [method, args] of films[next % films.length] ?? []) Reflect.apply(method, gl, args);
        next += 1;
        finish(gl);
      },
      dispose: () => side.dispose(),
    };
  };
