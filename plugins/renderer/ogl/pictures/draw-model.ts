import type { FramePicture } from '../../../../dsl/index.ts';
import type { Surface } from '../gpu/surface.ts';
import { lampFor, lightOn } from '../layers/lamps.ts';
import { joint, magnification } from '../paint/affine.ts';
import { type Picture, view } from '../picture.ts';
import type { Model } from './model/model.ts';
import { type ModelPass, REACH, SHEET_SIDE } from './model-pass.ts';

/** Drawn finer than it is shown, by this factor, so that its edges are smooth. */
const FINER = 2;

/** Puts a model into the middle of its box, as large as fits, in its animation at the frame's time. */
export function drawModel(
  picture: Picture,
  surface: Surface,
  pass: ModelPass,
  entity: FramePicture,
  model: Model,
): void {
  const height = Math.min(entity.height, entity.width / model.aspect);
  const width = height * model.aspect;
  const m = joint(view(picture), entity.x, entity.y, entity.rotation, entity.scale);
  const wanted = magnification(m) * FINER * REACH;
  const finest = Math.min(wanted, SHEET_SIDE / Math.max(width, height));
  const [across, down] = [width, height].map((side) => Math.max(1, Math.min(SHEET_SIDE, Math.ceil(side * finest))));
  if (across === undefined || down === undefined) return;
  const seconds = picture.frame.at_ms / 1000;
  const lamp = lampFor(picture.frame, entity);
  const lighting = { light: lightOn(picture.frame, lamp), lamp };
  picture.quads.pass(() => {
    pass.draw(model, seconds, across, down, lighting);
    surface.toScreen();
  });
  const region = { u0: 0, v0: down / SHEET_SIDE, u1: across / SHEET_SIDE, v1: 0 };
  const [wide, high] = [width * REACH, height * REACH];
  picture.quads.box(pass.sheet, region, m, [-wide / 2, -high / 2, wide, high], { opacity: entity.opacity });
}
