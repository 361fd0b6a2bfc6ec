import type { Texture } from 'ogl';
import type { FrameActor } from '../../../../dsl/index.ts';
import { compose, inverse, throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb, rgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import type { Figure } from './figures.ts';
import { boundedSlope, shadowSlope } from './lamps.ts';
import { putSprite } from './put-sprite.ts';

/** How much of a height is seen of it where it lies on the ground, which is looked at from the side. */
const LYING = { ground: 0.15, desk: 0.05 } as const;
/** The outline is laid down this often, each a little further over: a shadow grows softer away from the feet. */
const LAYERS = [-1, -0.5, 0, 0.5, 1] as const;

const hasGround = ({ frame }: Picture): boolean => frame.environment.scenery !== 'space';

const colourOf = (picture: Picture): Rgb => mixRgb(rgb(picture.frame.environment.ground_near), [0, 0, 0.05], 0.85);

/** The stage y of the ground below an actor's feet. */
function floorOf({ frame: { environment, stage } }: Picture, actor: FrameActor, feet: number): number {
  const ground = Math.max(feet, environment.horizon + (stage.height - environment.horizon) * 0.49);
  return feet + (ground - feet) * smooth(actor.pose.airborne);
}

/** The soft shadow at the feet: it stays on the ground, smaller and fainter the higher its owner is. */
export function drawShadow(picture: Picture, actor: FrameActor): void {
  const form = picture.forms.get(actor.kind);
  if (!form?.shadow || actor.opacity <= 0 || !hasGround(picture)) return;
  const feet = actor.y + (actor.height * actor.scale) / 2;
  const floor = floorOf(picture, actor, feet);
  const height = Math.max(0, floor - feet) / picture.frame.stage.height;
  const spread = 1 / (1 + height * 1.6);
  const width = form.shadow * 2 * actor.scale * spread;
  const strength = 0.62 * actor.opacity * (1 / (1 + height * 3.2));
  putSprite(picture, 'glow', view(picture), [actor.x, floor - 4, width * 1.5, width * 0.26], {
    tint: colourOf(picture),
    opacity: Math.min(1, strength * 1.1),
  });
  // Where it touches the ground no light comes at all.
  putSprite(picture, 'glow', view(picture), [actor.x, floor - 3, width * 1.05, width * 0.12], {
    tint: colourOf(picture),
    opacity: Math.min(1, strength * 1.2) * (1 - smooth(actor.pose.airborne)),
  });
}

/**
 * The outline of a figure as the key light throws it on the ground: `shadow_slope` stage pixels to the side for each
 * of its height, away from the viewer, softer the further it lies from the feet.
 */
export function drawCastShadow(picture: Picture, figure: Figure, sheet: Texture, raised: boolean): void {
  const { actor, box, slot, pieces } = figure;
  const { shadow } = picture.frame.environment;
  const slope = boundedSlope(shadowSlope(picture.frame));
  if (!slot || !pieces.form.shadow || pieces.form.clear || shadow <= 0.01 || actor.opacity <= 0 || !hasGround(picture))
    return;
  const m = view(picture);
  const back = inverse(m);
  const feet = actor.y + (actor.height * actor.scale) / 2;
  const floor = floorOf(picture, actor, feet);
  const [left, top, right, bottom] = box;
  const { width, height } = picture.quads.canvas;
  const low = picture.height;
  const region = {
    u0: slot.x / width,
    u1: (slot.x + right - left) / width,
    v0: (low - slot.y) / height,
    v1: (low - slot.y - (bottom - top)) / height,
  };
  const strength = 0.95 / (1 + Math.abs(slope) * 0.16);
  const lying = raised ? LYING.desk : LYING.ground;
  for (const layer of LAYERS) {
    const lean = slope * (1 + layer * 0.09) + layer * 0.035;
    const thrown = compose(m, compose([1, 0, -lean, lying, lean * floor, floor * (1 - lying)], back));
    const corner = (x: number, y: number) => [throughX(thrown, x, y), throughY(thrown, x, y)] as const;
    picture.quads.corners(
      sheet,
      region,
      [...corner(left, top), ...corner(right, top)],
      [...corner(left, bottom), ...corner(right, bottom)],
      { tint: [0, 0, 0], ink: colourOf(picture), opacity: (shadow * actor.opacity * strength) / LAYERS.length },
    );
  }
}
