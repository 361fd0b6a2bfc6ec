import { CanvasTexture } from 'three';

const SIZE = 128;
const R = SIZE / 2;

type Draw = (context: CanvasRenderingContext2D) => void;

/** One particle of each kind in white, 128 px square; the frame's colour is multiplied in. */
const DRAWINGS: Readonly<Record<string, Draw>> = {
  sparkles: (context) => {
    glow(context, 0.85, 0.5);
    context.fillStyle = '#fff';
    spikes(context, 4, 0.98, 0.1);
  },
  stars: (context) => {
    context.fillStyle = '#fff';
    context.lineJoin = 'round';
    spikes(context, 5, 0.9, 0.42);
  },
  hearts: (context) => {
    context.fillStyle = '#fff';
    context.beginPath();
    context.moveTo(R, SIZE * 0.92);
    context.bezierCurveTo(SIZE * 0.1, SIZE * 0.6, SIZE * 0.0, SIZE * 0.1, SIZE * 0.3, SIZE * 0.1);
    context.bezierCurveTo(SIZE * 0.44, SIZE * 0.1, R, SIZE * 0.2, R, SIZE * 0.3);
    context.bezierCurveTo(R, SIZE * 0.2, SIZE * 0.56, SIZE * 0.1, SIZE * 0.7, SIZE * 0.1);
    context.bezierCurveTo(SIZE * 1.0, SIZE * 0.1, SIZE * 0.9, SIZE * 0.6, R, SIZE * 0.92);
    context.fill();
  },
  bubbles: (context) => {
    const skin = context.createRadialGradient(R, R, R * 0.3, R, R, R * 0.94);
    skin.addColorStop(0, 'rgba(255, 255, 255, 0.06)');
    skin.addColorStop(0.8, 'rgba(255, 255, 255, 0.22)');
    skin.addColorStop(0.95, 'rgba(255, 255, 255, 0.9)');
    skin.addColorStop(1, 'rgba(255, 255, 255, 0)');
    context.fillStyle = skin;
    context.fillRect(0, 0, SIZE, SIZE);
    context.fillStyle = 'rgba(255, 255, 255, 0.95)';
    context.beginPath();
    context.ellipse(R * 0.66, R * 0.6, R * 0.2, R * 0.12, -0.7, 0, Math.PI * 2);
    context.fill();
  },
  confetti: (context) => {
    context.fillStyle = '#fff';
    context.fillRect(SIZE * 0.12, SIZE * 0.28, SIZE * 0.76, SIZE * 0.44);
  },
  rain: (context) => {
    const drop = context.createLinearGradient(0, 0, 0, SIZE);
    drop.addColorStop(0, 'rgba(255, 255, 255, 0)');
    drop.addColorStop(1, 'rgba(255, 255, 255, 0.9)');
    context.fillStyle = drop;
    context.fillRect(R - 5, 0, 10, SIZE);
  },
  splash: (context) => glow(context, 1, 2.2),
  snow: (context) => glow(context, 1, 1.6),
  dust: (context) => glow(context, 0.8, 0.8),
  smoke: (context) => glow(context, 0.75, 0.9),
};

/** A disc that fades to its edge: `strength` in the middle, the larger `body` the fuller. */
function glow(context: CanvasRenderingContext2D, strength: number, body: number): void {
  const light = context.createRadialGradient(R, R, 0, R, R, R);
  for (let i = 0; i <= 10; i++) {
    const fade = 1 - i / 10;
    light.addColorStop(i / 10, `rgba(255, 255, 255, ${Math.min(1, strength * fade ** (2.4 / body))})`);
  }
  context.fillStyle = light;
  context.fillRect(0, 0, SIZE, SIZE);
}

function spikes(context: CanvasRenderingContext2D, points: number, outer: number, inner: number): void {
  context.beginPath();
  for (let i = 0; i < points * 2; i++) {
    const r = R * (i % 2 === 0 ? outer : inner);
    const angle = (i / points) * Math.PI - Math.PI / 2;
    context.lineTo(R + Math.cos(angle) * r, R + Math.sin(angle) * r);
  }
  context.closePath();
  context.fill();
}

/** Those that shine add their light to the picture instead of covering it. */
export const SHINING: ReadonlySet<string> = new Set(['sparkles']);

export const knowsSpeck = (kind: string): boolean => Object.hasOwn(DRAWINGS, kind);

/** The picture of a kind of particle; a soft dot for kinds without one. */
export function speckTexture(kind: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas for particles');
  const draw = knowsSpeck(kind) ? DRAWINGS[kind] : DRAWINGS.dust;
  draw?.(context);
  return new CanvasTexture(canvas);
}
