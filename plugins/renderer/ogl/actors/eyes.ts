import { oval, path } from '../paint/brush.ts';
import type { Part } from '../paint/sheet.ts';

/** A round, dark, shining eye of `radius`. */
export const beadEye = (radius: number): Part => ({
  box: [-radius - 1, -radius * 1.3 - 1, radius * 2 + 2, radius * 2.6 + 2],
  paint: ({ ctx }) => {
    ctx.fillStyle = '#241c26';
    ctx.fill(oval(0, 0, radius, radius * 1.22));
    ctx.fillStyle = '#ffffff';
    ctx.fill(oval(radius * 0.32, -radius * 0.42, radius * 0.36));
    ctx.fill(oval(-radius * 0.3, radius * 0.44, radius * 0.18));
  },
});

/** A white eye with a pupil that looks ahead. */
export const openEye = (radius: number): Part => ({
  box: [-radius - 1, -radius * 1.25 - 1, radius * 2 + 2, radius * 2.5 + 2],
  paint: ({ ctx }) => {
    ctx.fillStyle = '#fffdf8';
    ctx.fill(oval(0, 0, radius, radius * 1.16));
    ctx.strokeStyle = 'rgba(40, 26, 34, 0.5)';
    ctx.lineWidth = Math.max(0.6, radius * 0.12);
    ctx.stroke(oval(0, 0, radius, radius * 1.16));
    ctx.fillStyle = '#241c26';
    ctx.fill(oval(radius * 0.22, 0, radius * 0.62, radius * 0.76));
    ctx.fillStyle = '#ffffff';
    ctx.fill(oval(radius * 0.42, -radius * 0.3, radius * 0.22));
  },
});

/** A lid drawn as a smile. */
export const closedEye = (radius: number): Part => ({
  box: [-radius - 2, -radius, radius * 2 + 4, radius * 2],
  paint: ({ ctx }) => {
    ctx.strokeStyle = '#241c26';
    ctx.lineWidth = Math.max(1, radius * 0.34);
    ctx.lineCap = 'round';
    ctx.stroke(path(`M ${-radius} 0 Q 0 ${radius * 0.9} ${radius} 0`));
  },
});
