import { BoxGeometry, Group } from 'three';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint } from './parts.ts';

/** An open book, leaning back so that its pages can be seen. */
export function book({ palette, once }: Workshop): Form {
  const root = new Group();
  const open = joint(root);
  open.rotation.x = 0.85;
  const block = once('block', () => new BoxGeometry(1, 1, 1));
  const cover = palette.paint('cover', { roughness: 0.6 });
  const paper = palette.paint('pages', { roughness: 0.95 });
  const ink = palette.paint(palette.color('pages', -0.45), { roughness: 1 });
  const leaves = once('leaves', () =>
    puffed(
      (pen) => {
        pen.moveTo(0, -0.06);
        pen.lineTo(0, 0.05);
        pen.bezierCurveTo(0.12, 0.19, 0.4, 0.16, 0.68, 0.07);
        pen.lineTo(0.68, 0);
      },
      0.98,
      0,
    ).rotateX(0),
  );
  for (const side of [-1, 1]) {
    const half = joint(open);
    half.rotation.y = side > 0 ? 0 : Math.PI;
    add(half, leaves, paper);
    add(half, block, cover, [0.37, -0.035, 0], [0.76, 0.035, 1.08], [0, 0, 0.06]);
    for (let line = 0; line < 6; line++) {
      add(
        half,
        block,
        ink,
        [0.38, 0.152 - Math.abs(0.38 - 0.3) * 0.1, -0.32 + line * 0.125],
        [line === 5 ? 0.26 : 0.42, 0.006, 0.022],
        [0, 0, -0.16],
      );
    }
  }
  return { root, pose: () => undefined };
}
