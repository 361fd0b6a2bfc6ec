import { type BufferGeometry, Shape as Outline, type Shape, ShapeGeometry } from 'three';
import { puffed } from './outline.ts';

/** A rectangle with round corners around the origin. */
function rounded(pen: Shape, width: number, height: number, r: number): void {
  const [x, y] = [width / 2, height / 2];
  pen.moveTo(-x + r, -y);
  pen.lineTo(x - r, -y);
  pen.absarc(x - r, -y + r, r, -Math.PI / 2, 0, false);
  pen.lineTo(x, y - r);
  pen.absarc(x - r, y - r, r, 0, Math.PI / 2, false);
  pen.lineTo(-x + r, y);
  pen.absarc(-x + r, y - r, r, Math.PI / 2, Math.PI, false);
  pen.lineTo(-x, -y + r);
  pen.absarc(-x + r, -y + r, r, Math.PI, Math.PI * 1.5, false);
}

/** A slab with round corners and soft edges, `depth` thick in all, around the origin. */
export const panel = (width: number, height: number, r: number, depth: number, bevel: number): BufferGeometry =>
  puffed((pen) => rounded(pen, width, height, r), depth - bevel * 2, bevel);

/** A flat face with round corners; a picture laid on it fills it. */
export function panelFace(width: number, height: number, r: number): BufferGeometry {
  const pen = new Outline();
  rounded(pen, width, height, r);
  const face = new ShapeGeometry(pen, 10);
  const [position, uv] = [face.getAttribute('position'), face.getAttribute('uv')];
  for (let i = 0; i < position.count; i++) uv.setXY(i, position.getX(i) / width + 0.5, position.getY(i) / height + 0.5);
  return face;
}
