import { CanvasTexture, OrthographicCamera, Scene } from 'three';
import type { Frame, FrameLyrics } from '../../../dsl/index.ts';
import { Decals } from './decals.ts';
import { presence } from './land.ts';
import type { Letterer } from './lettering.ts';
import { luminance } from './signs.ts';

const DARK_OUTLINE = 'rgba(6, 9, 30, 0.75)';
/** Before a light backdrop a dark outline would smear the letters. */
const LIGHT_OUTLINE = 'rgba(255, 255, 255, 0.8)';

/** What lies on the picture and not in the world: the written line and its ball, in stage pixels. */
export class Overlay {
  readonly scene = new Scene();
  readonly camera = new OrthographicCamera(0, 1, 0, 1, -10, 10);
  readonly #decals = new Decals();
  readonly #letterer: Letterer;
  readonly #ball = shinyBall();
  readonly #shadow = softDisc('255, 205, 110', 0.7);
  readonly #shade = softDisc('6, 9, 30', 0.62);
  readonly #veil = softDisc('255, 255, 255', 0.7);

  constructor(letterer: Letterer) {
    this.#letterer = letterer;
    this.scene.add(this.#decals.group);
  }

  update(frame: Frame, density: number): void {
    const { width, height } = frame.stage;
    // y up for the camera: stage y is negated.
    Object.assign(this.camera, { left: 0, right: width, top: 0, bottom: -height });
    this.camera.updateProjectionMatrix();
    this.#decals.clear();
    const outline = lightBackdrop(frame) ? LIGHT_OUTLINE : DARK_OUTLINE;
    for (const lyrics of frame.lyrics) {
      this.#shadeRows(lyrics);
      this.#write(lyrics, outline, density);
    }
  }

  /** A soft shade behind each row, so that words are read over whatever lies there. */
  #shadeRows({ words, size, color, opacity }: FrameLyrics): void {
    const shade = luminance(color) > 0.35 ? this.#shade : this.#veil;
    for (const y of new Set(words.map((word) => word.y))) {
      const row = words.filter((word) => word.y === y);
      const left = Math.min(...row.map(({ x }) => x));
      const right = Math.max(...row.map(({ x, width }) => x + width));
      const decal = this.#decals.take(shade, opacity);
      decal.position.set((left + right) / 2, -(y - size * 0.34), 0);
      decal.scale.set((right - left) * 1.3 + size * 4, size * 3.6, 1);
    }
  }

  #write(lyrics: FrameLyrics, outline: string, density: number): void {
    for (const word of lyrics.words) {
      const opacity = lyrics.opacity * word.opacity;
      if (opacity <= 0) continue;
      const style = { size: lyrics.size, weight: 700, outline, density };
      // The sung share is laid over the other: it grows from nothing to the whole word without a step.
      this.#put(word, word.text, { ...style, color: lyrics.color }, opacity);
      if (word.sung > 0) this.#put(word, word.text, { ...style, color: lyrics.highlight }, opacity * word.sung);
    }
    const { ball } = lyrics;
    if (!ball || ball.opacity * lyrics.opacity <= 0) return;
    const opacity = ball.opacity * lyrics.opacity;
    const [wide, high] = [ball.radius * (1 + ball.squash * 0.35), ball.radius * (1 - ball.squash * 0.4)];
    const glow = this.#decals.take(this.#shadow, opacity * 0.55);
    glow.position.set(ball.x, -ball.y, 0);
    glow.scale.set(ball.radius * 4.6, ball.radius * 4.6, 1);
    const decal = this.#decals.take(this.#ball, opacity);
    // Squashed against what it touches: the lower edge stays.
    decal.position.set(ball.x, -(ball.y + ball.radius - high), 0);
    decal.scale.set(wide * 2, high * 2, 1);
  }

  #put(
    at: { x: number; y: number; width: number },
    text: string,
    style: Parameters<Letterer['write']>[1],
    opacity: number,
  ) {
    const lettering = this.#letterer.write(text, style);
    const decal = this.#decals.take(lettering.texture, opacity);
    const stretch = at.width > 0 ? at.width / lettering.advance : 1;
    decal.position.set(
      at.x + (lettering.width / 2 - lettering.left) * stretch,
      -(at.y + lettering.height / 2 - lettering.baseline),
      0,
    );
    decal.scale.set(lettering.width * stretch, lettering.height, 1);
  }

  dispose(): void {
    this.#decals.dispose();
    this.#ball.dispose();
    for (const disc of [this.#shadow, this.#shade, this.#veil]) disc.dispose();
  }
}

const lightBackdrop = ({ environment }: Frame): boolean =>
  presence(environment, 'studio') > 0.5 && luminance(environment.sky_bottom) > 0.7;

function disc(paint: (context: CanvasRenderingContext2D, size: number) => void): CanvasTexture {
  const size = 128;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas for the ball');
  paint(context, size);
  const texture = new CanvasTexture(canvas);
  texture.premultiplyAlpha = true;
  return texture;
}

const shinyBall = (): CanvasTexture =>
  disc((context, size) => {
    const r = size / 2;
    const light = context.createRadialGradient(r * 0.68, r * 0.58, r * 0.05, r, r, r);
    light.addColorStop(0, '#fffbe6');
    light.addColorStop(0.28, '#ffd95e');
    light.addColorStop(0.75, '#f59a23');
    light.addColorStop(1, '#c4621a');
    context.fillStyle = light;
    context.beginPath();
    context.arc(r, r, r - 1, 0, Math.PI * 2);
    context.fill();
  });

/** Strongest in the middle, nothing at the rim. `color` as three channels. */
const softDisc = (color: string, strength: number): CanvasTexture =>
  disc((context, size) => {
    const r = size / 2;
    const light = context.createRadialGradient(r, r, 0, r, r, r);
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      light.addColorStop(share, `rgba(${color}, ${strength * (1 - share) ** 1.6})`);
    }
    context.fillStyle = light;
    context.fillRect(0, 0, size, size);
  });
