import { ENVIRONMENTS } from '../../check/vocabulary/environments.ts';
import { textExtent } from '../../plan/text-extent.ts';
import { linearOf, luminance } from '../../sample/colour.ts';
import type { LintRule } from './scene.ts';

const SMALLEST_PX = 18;

export const smallText: LintRule = {
  code: 'lint/small-text',
  severity: 'warning',
  explanation: `On a phone nobody reads what is smaller than ${SMALLEST_PX} pixels of 720.`,
  wrong: 'environment night-sea text note "Terms apply" at center size 12',
  right: 'environment night-sea text note "Terms apply" at center size 24',
  find: ({ model }) =>
    model.texts
      .filter(({ size }) => size < SMALLEST_PX)
      .map(({ id, size, span }) => ({ span, message: `The text \`${id}\` is only ${size} pixels high.` })),
};

const CONTRAST = 3;

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linearOf(a)), luminance(linearOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export const lowContrast: LintRule = {
  code: 'lint/low-contrast',
  severity: 'warning',
  explanation: 'Large writing needs a contrast of 3 : 1 to what lies behind it (WCAG 2.2, 1.4.3): give it a `color`.',
  wrong: 'environment studio text note "Hello" at center color white',
  right: 'environment studio text note "Hello" at center color #1e293b',
  find: ({ model }) => {
    const behind = ENVIRONMENTS[model.environment];
    if (!behind || model.actions.some(({ deed }) => deed.kind === 'environment')) return [];
    const written = [...model.texts.filter(({ background }) => background === null), ...model.charts];
    return written
      .filter(({ color }) => Math.max(contrast(color, behind.sky_top), contrast(color, behind.sky_bottom)) < CONTRAST)
      .map(({ id, color, span }) => ({
        span,
        message: `\`${id}\` in ${color} can hardly be read before this environment.`,
      }));
  },
};

const SAFE_SHARE = 0.02;

export const outsideSafeArea: LintRule = {
  code: 'lint/outside-safe-area',
  severity: 'warning',
  explanation: 'Writing at the very edge is cut off on some screens: keep 2 % of the stage free.',
  wrong: 'environment night-sea text note "Far to the right" at (1240, 300)',
  right: 'environment night-sea text note "Far to the right" at (1000, 300)',
  find: ({ model }) =>
    model.texts.flatMap(({ id, at, text, size, weight, align, wrap, span }) => {
      if (at.kind !== 'point' || wrap !== null || text.includes('{}')) return [];
      const { width, height } = textExtent(text, size, weight);
      const left = at.x - (align === 'left' ? 0 : align === 'right' ? width : width / 2);
      const [edgeX, edgeY] = [model.stage.width * SAFE_SHARE, model.stage.height * SAFE_SHARE];
      const inside =
        left >= edgeX &&
        left + width <= model.stage.width - edgeX &&
        at.y - height / 2 >= edgeY &&
        at.y + height / 2 <= model.stage.height - edgeY;
      const isMember = model.texts.find((each) => each.id === id)?.group !== null;
      return inside || isMember
        ? []
        : [{ span, message: `The text \`${id}\` comes too close to the edge of the stage.` }];
    }),
};
