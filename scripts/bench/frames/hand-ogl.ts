/**
 * Scenario D as one would write it by hand with OGL in 2D: painted layers on quads (room, window, patch of light, desk,
 * bowl behind and before, plant, fish, bubbles, caustics, a line of writing), each drawn by one program, moved by sines.
 */
import { Geometry, type OGLRenderingContext, Program, Renderer, Texture } from 'ogl';
import { contextOf, finish, type MakeSide } from './drawing-side.ts';

const VERTEX = `
attribute vec2 position;
uniform vec4 place;
uniform vec2 stage;
uniform float turn;
varying vec2 at;
void main() {
  at = position + 0.5;
  vec2 corner = position * place.zw;
  vec2 turned = vec2(corner.x * cos(turn) - corner.y * sin(turn), corner.x * sin(turn) + corner.y * cos(turn));
  vec2 pixel = (place.xy + turned) / stage * 2.0 - 1.0;
  gl_Position = vec4(pixel.x, -pixel.y, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
uniform sampler2D map;
uniform float strength;
varying vec2 at;
void main() { gl_FragColor = texture2D(map, at) * strength; }`;

type Paint = (context: CanvasRenderingContext2D, width: number, height: number) => void;

function painted(gl: OGLRenderingContext, width: number, height: number, paint: Paint): Texture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas; the frame benches need it.');
  paint(context, width, height);
  return new Texture(gl, {
    image: canvas,
    premultiplyAlpha: true,
    generateMipmaps: false,
    flipY: false,
    minFilter: gl.LINEAR,
    magFilter: gl.LINEAR,
    wrapS: gl.CLAMP_TO_EDGE,
    wrapT: gl.CLAMP_TO_EDGE,
  });
}

const gradient =
  (from: string, to: string): Paint =>
  (context, width, height) => {
    const fill = context.createLinearGradient(0, 0, 0, height);
    fill.addColorStop(0, from);
    fill.addColorStop(1, to);
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
  };

const oval =
  (color: string): Paint =>
  (context, width, height) => {
    const fill = context.createRadialGradient(width * 0.4, height * 0.35, 2, width / 2, height / 2, width / 2);
    fill.addColorStop(0, '#ffffff');
    fill.addColorStop(0.3, color);
    fill.addColorStop(1, 'rgba(0,0,0,0)');
    context.fillStyle = fill;
    context.fillRect(0, 0, width, height);
  };

const line: Paint = (context, width) => {
  context.font = '700 34px sans-serif';
  context.fillStyle = '#ffffff';
  context.textAlign = 'center';
  context.fillText('A goldfish swims slowly in its bowl of clear water.', width / 2, 36);
};

interface Layer {
  readonly map: Texture;
  /** Middle and size in stage pixels, turn in radians, strength, at a time in seconds. */
  readonly at: (seconds: number) => readonly [number, number, number, number, number, number];
  readonly glows?: boolean;
}

function layersOf(gl: OGLRenderingContext): readonly Layer[] {
  const still = (x: number, y: number, width: number, height: number, strength = 1): Layer['at'] => {
    const place = [x, y, width, height, 0, strength] as const;
    return () => place;
  };
  const leaf = painted(gl, 64, 256, oval('#3f9f5f'));
  const bubble = painted(gl, 64, 64, oval('rgba(220,240,255,.6)'));
  return [
    { map: painted(gl, 1280, 720, gradient('#f4ecdc', '#d9c8a8')), at: still(640, 360, 1280, 720) },
    { map: painted(gl, 300, 340, gradient('#8fc3f2', '#bfe0c8')), at: still(300, 250, 300, 340) },
    { map: painted(gl, 400, 300, oval('#fff4d0')), at: still(840, 240, 400, 300, 0.5), glows: true },
    { map: painted(gl, 1280, 150, gradient('#b98255', '#7d5233')), at: still(640, 645, 1280, 150) },
    { map: painted(gl, 512, 512, oval('rgba(143,208,234,.7)')), at: still(640, 420, 450, 410) },
    ...Array.from(
      { length: 8 },
      (_, i): Layer => ({
        map: leaf,
        at: (t) => [570 + i * 8, 490, 16, 150, (i - 4) * 0.06 + Math.sin(t + i) * 0.05, 1],
      }),
    ),
    {
      map: painted(gl, 256, 160, oval('#ff8a2b')),
      at: (t) => [640 + Math.cos(t) * 80, 430 + Math.sin(t) * 30, 100, 60, 0, 1],
    },
    ...Array.from(
      { length: 30 },
      (_, i): Layer => ({
        map: bubble,
        at: (t) => [600 + Math.sin(t * 3 + i) * 8, 540 - ((t * 50 + i * 37) % 200), 12, 12, 0, 0.8],
      }),
    ),
    { map: painted(gl, 512, 512, oval('rgba(255,255,255,.25)')), at: still(640, 420, 470, 430) },
    {
      map: painted(gl, 512, 128, oval('#fff1c8')),
      at: (t) => [640 + Math.sin(t) * 6, 640, 700, 110, 0, 0.4],
      glows: true,
    },
    { map: painted(gl, 1024, 48, line), at: still(640, 660, 1024, 48) },
  ];
}

export const handOgl: MakeSide = async (canvas) => {
  const { gl } = new Renderer({
    canvas,
    width: canvas.width,
    height: canvas.height,
    dpr: 1,
    alpha: false,
    depth: false,
    antialias: false,
    premultipliedAlpha: true,
    preserveDrawingBuffer: true,
    autoClear: false,
  });
  const layers = layersOf(gl);
  const geometry = new Geometry(gl, {
    position: { size: 2, data: new Float32Array([-0.5, -0.5, 0.5, -0.5, -0.5, 0.5, 0.5, 0.5]) },
  });
  const uniforms = {
    map: { value: layers[0]?.map },
    place: { value: [0, 0, 0, 0] },
    stage: { value: [1280, 720] },
    turn: { value: 0 },
    strength: { value: 1 },
  };
  const program = new Program(gl, {
    vertex: VERTEX,
    fragment: FRAGMENT,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    cullFace: false,
  });
  return {
    draw(seconds) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      for (const { map, at, glows } of layers) {
        const [x, y, width, height, turn, strength] = at(seconds);
        program.setBlendFunc(gl.ONE, glows ? gl.ONE : gl.ONE_MINUS_SRC_ALPHA);
        uniforms.map.value = map;
        uniforms.place.value = [x, y, width, height];
        uniforms.turn.value = turn;
        uniforms.strength.value = strength;
        program.use();
        geometry.draw({ program, mode: gl.TRIANGLE_STRIP });
      }
      finish(contextOf(canvas));
    },
    dispose: () => geometry.remove(),
  };
};
