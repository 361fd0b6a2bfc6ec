import { z } from 'zod';
import { color, id, length, share, shortText, size } from './fields.ts';
import { act, at, freeName, standing } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

const FADE_MS = 300;

/** A remark that appears and, where it has a duration, goes again. */
export const annotateInsight = strokeRule({
  params: z.object({
    id: id.optional(),
    text: shortText,
    x: length.default(360),
    y: length.default(60),
    size: size.default(18),
    color: color.default('#1f2937'),
    opacity: share.default(1),
  }),
  duration_ms: 0,
  paths: () => ['/annotations/-'],
  draw({ params, timing, span, draft, stroke_id }) {
    const name = freeName(params.id ?? stroke_id, standing(draft));
    const { text, x, y, size, color, opacity } = params;
    const words = { text, value: null, decimals: 0, wrap: null, background: null, size, color };
    const look = { weight: 700, align: 'center', opacity: timing.start_ms > 0 ? 0 : opacity } as const;
    draft.model.texts.push({ id: name, only: null, span, group: null, at: at(x, y), ...words, ...look });
    const fade = (to: number, start_ms: number) =>
      act(
        draft,
        `${name}-fade`,
        start_ms,
        { kind: 'fade', target: name, to, duration_ms: FADE_MS, ease: 'linear' },
        span,
      );
    if (timing.start_ms > 0) fade(opacity, timing.start_ms);
    if (timing.duration_ms > FADE_MS) fade(0, timing.start_ms + timing.duration_ms);
  },
});
