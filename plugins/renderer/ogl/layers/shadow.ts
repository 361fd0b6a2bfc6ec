import type { FrameActor } from '../../../../dsl/index.ts';
import { formFor } from '../actors/forms.ts';
import { mixRgb, rgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { putSprite } from './put-sprite.ts';

/** The soft shadow at the feet: it stays on the ground, smaller and fainter the higher its owner is. */
export function drawShadow(picture: Picture, actor: FrameActor): void {
  const form = formFor(actor.kind);
  if (!form?.shadow || actor.opacity <= 0) return;
  const { environment, stage } = picture.frame;
  const feet = actor.y + (actor.height * actor.scale) / 2;
  const ground = Math.max(feet, environment.horizon + (stage.height - environment.horizon) * 0.49);
  const floor = feet + (ground - feet) * smooth(actor.pose.airborne);
  const height = Math.max(0, floor - feet) / stage.height;
  const spread = 1 / (1 + height * 1.6);
  const width = form.shadow * 2 * actor.scale * spread;
  const strength = 0.62 * actor.opacity * (1 / (1 + height * 3.2));
  putSprite(picture, 'glow', view(picture), [actor.x, floor - 4, width * 1.5, width * 0.26], {
    tint: mixRgb(rgb(environment.ground_near), [0, 0, 0.05], 0.85),
    opacity: Math.min(1, strength * 1.3),
  });
}
