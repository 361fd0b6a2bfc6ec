import type { FrameFx, FrameParticle } from '../../../../dsl/index.ts';
import { joint } from '../paint/affine.ts';
import { mixRgb, rgb, WHITE } from '../paint/colour.ts';
import { type Picture, view } from '../picture.ts';
import { putSprite } from './put-sprite.ts';
import type { SpriteName } from './sprites.ts';

interface Look {
  readonly sprite: SpriteName;
  /** Width and height as multiples of the particle's size. */
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  /** 1 adds light, 0 covers. */
  readonly glow: number;
  /** A soft light around it, as a multiple of its size. */
  readonly aura?: number;
  /** How white it is at heart. */
  readonly white?: number;
}

const PLAIN: Look = { sprite: 'dot', width: 1, height: 1, opacity: 1, glow: 0 };

const LOOKS: Readonly<Record<string, Look>> = {
  sparkles: { sprite: 'glint', width: 2.7, height: 2.7, opacity: 1, glow: 1, aura: 3.2, white: 0.35 },
  stars: { sprite: 'star', width: 1.3, height: 1.3, opacity: 1, glow: 0, aura: 2.8 },
  hearts: { sprite: 'heart', width: 1.15, height: 1.1, opacity: 1, glow: 0, aura: 1.9 },
  bubbles: { sprite: 'bubble', width: 1.1, height: 1.1, opacity: 0.95, glow: 0.25 },
  confetti: { ...PLAIN, sprite: 'paper' },
  snow: { sprite: 'flake', width: 1.5, height: 1.5, opacity: 0.95, glow: 0 },
  splash: { sprite: 'drop', width: 1, height: 1.5, opacity: 0.9, glow: 0.35, white: 0.2 },
  rain: { sprite: 'streak', width: 5, height: 5, opacity: 0.6, glow: 0.3 },
  dust: { sprite: 'puff', width: 2.2, height: 1.7, opacity: 0.55, glow: 0 },
  smoke: { sprite: 'puff', width: 1.7, height: 1.7, opacity: 0.6, glow: 0 },
};

function drawParticle(picture: Picture, look: Look, particle: FrameParticle): void {
  const { x, y, size, opacity } = particle;
  if (opacity <= 0 || size <= 0) return;
  const m = joint(view(picture), x, y, particle.rotation);
  const colour = rgb(particle.color);
  if (look.aura) {
    const reach = size * look.aura;
    putSprite(picture, 'glow', m, [0, 0, reach, reach], { tint: colour, opacity: opacity * 0.45, glow: 1 });
  }
  putSprite(picture, look.sprite, m, [0, 0, size * look.width, size * look.height], {
    tint: mixRgb(colour, WHITE, look.white ?? 0),
    opacity: opacity * look.opacity,
    glow: look.glow,
  });
}

/** Paper turns over as it tumbles: its width follows its rotation. */
function drawConfetti(picture: Picture, particle: FrameParticle): void {
  const turn = Math.cos((particle.rotation * Math.PI) / 90);
  const lit = 0.72 + 0.28 * Math.abs(turn);
  const m = joint(view(picture), particle.x, particle.y, particle.rotation);
  const [r, g, b] = rgb(particle.color);
  putSprite(picture, 'paper', m, [0, 0, particle.size * 1.3, particle.size * Math.max(0.16, Math.abs(turn))], {
    tint: [r * lit, g * lit, b * lit],
    opacity: particle.opacity,
  });
}

export function drawFx(picture: Picture, fx: FrameFx): void {
  const look = LOOKS[fx.kind];
  if (!look) picture.warn('unknown-effect', `effect “${fx.kind}” is not known here and is drawn as dots`);
  for (const particle of fx.particles) {
    if (fx.kind === 'confetti') drawConfetti(picture, particle);
    else drawParticle(picture, look ?? PLAIN, particle);
  }
}
