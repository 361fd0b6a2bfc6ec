import { hash } from '../paint/noise.ts';
import { grey } from './band.ts';

const pine = (
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  height: number,
  seed: number,
  shade: number,
): void => {
  for (let tier = 5; tier >= 0; tier--) {
    const top = y - height + tier * height * 0.14;
    const half = height * (0.05 + tier * 0.034);
    const deep = height * 0.24;
    const fall = ctx.createLinearGradient(x - half, top, x + half * 0.8, top + deep);
    fall.addColorStop(0, grey(shade + 0.2));
    fall.addColorStop(1, grey(shade * 0.5));
    ctx.fillStyle = fall;
    ctx.beginPath();
    ctx.moveTo(x, top - deep * 0.2);
    const teeth = 5;
    for (let tooth = 0; tooth <= teeth; tooth++) {
      const share = tooth / teeth;
      const reach = half * (1 - 2 * share);
      const droop = deep * (0.9 + hash(seed, tier, tooth) * 0.28 - Math.abs(share - 0.5) * 0.3);
      ctx.lineTo(x + reach, top + droop);
      if (tooth < teeth) ctx.lineTo(x + reach - half / teeth, top + droop * 0.82);
    }
    ctx.closePath();
    ctx.fill();
  }
};

function leafy(ctx: CanvasRenderingContext2D, x: number, y: number, height: number, seed: number, shade: number): void {
  const crowns = Array.from({ length: 7 }, (_, crown) => {
    const angle = (crown / 7 + hash(seed, crown) * 0.1) * Math.PI * 2;
    const out = crown === 0 ? 0 : height * (0.12 + hash(seed, crown, 2) * 0.12);
    return {
      x: x + Math.cos(angle) * out * 1.25,
      y: y - height * 0.64 + Math.sin(angle) * out * 0.9,
      radius: height * (0.15 + hash(seed, crown, 3) * 0.07),
    };
  });
  ctx.fillStyle = grey(shade * 0.55);
  for (const crown of crowns) {
    ctx.beginPath();
    ctx.arc(crown.x, crown.y, crown.radius, 0, Math.PI * 2);
    ctx.fill();
  }
  const leaves = height > 60 ? 330 : 120;
  for (let leaf = 0; leaf < leaves; leaf++) {
    const crown = crowns[leaf % crowns.length];
    if (!crown) continue;
    const angle = hash(seed, leaf, 5) * Math.PI * 2;
    const out = Math.sqrt(hash(seed, leaf, 6)) * crown.radius * 1.08;
    const dx = Math.cos(angle) * out;
    const dy = Math.sin(angle) * out;
    const lit = (-dy * 0.8 + dx * 0.35) / crown.radius;
    const high = (y - height * 0.55 - crown.y - dy) / height;
    ctx.fillStyle = grey(shade * 0.62 + Math.max(0, lit) * 0.3 + high * 0.4 + hash(seed, leaf, 7) * 0.1, 0.8);
    ctx.beginPath();
    const size = height * ((height > 60 ? 0.016 : 0.022) + hash(seed, leaf, 8) * 0.022);
    ctx.ellipse(crown.x + dx, crown.y + dy, size * 1.3, size * 0.8, angle, 0, Math.PI * 2);
    ctx.fill();
  }
}

/** A tree of the distance, standing at (x, y): leafy or a pine, as its seed falls; lit a little from above. */
export function treeShape(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  height: number,
  seed: number,
  shade: number,
): void {
  ctx.fillStyle = grey(shade * 0.4);
  ctx.beginPath();
  ctx.moveTo(x - height * 0.045, y + 2);
  ctx.quadraticCurveTo(x - height * 0.02, y - height * 0.2, x - height * 0.018, y - height * 0.5);
  ctx.lineTo(x + height * 0.018, y - height * 0.5);
  ctx.quadraticCurveTo(x + height * 0.02, y - height * 0.2, x + height * 0.05, y + 2);
  ctx.fill();
  if (hash(seed, 9) > 0.62) pine(ctx, x, y, height, seed, shade);
  else leafy(ctx, x, y, height, seed, shade);
}
