import type { FramePicture } from '../../../../dsl/index.ts';
import { FAMILY } from '../layers/fonts.ts';
import { joint, magnification } from '../paint/affine.ts';
import { type Brush, oval, path, rounded, shape } from '../paint/brush.ts';
import { drawSheet } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';

/** The last part of a path or an address. */
export const fileName = (source: string): string => source.split(/[\\/]/).findLast((part) => part !== '') ?? source;

function paintCard({ ctx, ...brush }: Brush, picture: FramePicture): void {
  const { width, height, kind } = picture;
  const edge = Math.min(width, height);
  const card = rounded(-width / 2 + 1, -height / 2 + 1, width - 2, height - 2, edge * 0.07);
  shape({ ctx, ...brush }, card, {
    fill: '#e9edf5',
    box: [-width / 2, -height / 2, width, height],
    depth: 0.25,
    outline: 0.35,
  });
  ctx.save();
  const unit = edge / 100;
  ctx.translate(0, -unit * 9);
  ctx.scale(unit, unit);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = '#7c88a6';
  ctx.fillStyle = '#c4cddf';
  if (kind === 'image') {
    ctx.fill(path('M -26 20 L -10 -4 L 0 9 L 9 0 L 26 20 Z'));
    ctx.fill(oval(12, -12, 5));
    ctx.stroke(rounded(-32, -24, 64, 48, 6));
  } else {
    ctx.fill(path('M 0 -26 L 25 -12 L 0 2 L -25 -12 Z'));
    ctx.stroke(path('M 0 -26 L 25 -12 L 25 15 L 0 29 L -25 15 L -25 -12 Z M -25 -12 L 0 2 L 25 -12 M 0 2 L 0 29'));
  }
  ctx.restore();
  const name = picture.label ?? fileName(picture.source);
  ctx.fillStyle = '#46516d';
  ctx.textAlign = 'center';
  let size = edge * 0.1;
  ctx.font = `700 ${size}px "${FAMILY}", sans-serif`;
  const wide = ctx.measureText(name).width;
  if (wide > width * 0.88) {
    size *= (width * 0.88) / wide;
    ctx.font = `700 ${size}px "${FAMILY}", sans-serif`;
  }
  ctx.fillText(name, 0, edge * 0.36);
}

/** Stands for an image or a model that cannot be shown: a card in its place that carries its name. */
export function drawPictureCard(picture: Picture, entity: FramePicture): void {
  const m = joint(view(picture), entity.x, entity.y, entity.rotation, entity.scale);
  const pixels = Math.min(bucket(magnification(m)), 1600 / Math.max(entity.width, entity.height));
  const box = [-entity.width / 2, -entity.height / 2, entity.width, entity.height] as const;
  const key = `card:${entity.kind}:${pixels}:${box.join()}:${entity.label ?? ''}:${entity.source}`;
  const sheet = picture.textures.get(key, () =>
    drawSheet({ card: { box, paint: (brush) => paintCard(brush, entity) } }, pixels, picture.grain),
  );
  const piece = sheet.plan.get('card');
  if (piece) picture.quads.box(sheet.texture, piece.region, m, piece.box, { opacity: entity.opacity });
}
