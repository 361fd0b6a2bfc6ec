import type { Frame, FrameEntity } from '../../dsl/index.ts';

/** A place on an element, as shares of its width and height, turned into stage pixels of a frame fitted into it. */
export function toStage(
  frame: Frame,
  view: { readonly width: number; readonly height: number },
  at: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const scale = Math.min(view.width / frame.stage.width, view.height / frame.stage.height);
  return {
    x: (at.x - (view.width - frame.stage.width * scale) / 2) / scale,
    y: (at.y - (view.height - frame.stage.height * scale) / 2) / scale,
  };
}

/** The foremost visible thing at a place in stage pixels. */
export function entityAt(frame: Frame, x: number, y: number): FrameEntity | null {
  for (const entity of frame.entities.toReversed()) {
    const { bounds, opacity } = entity;
    const inside = x >= bounds.x && x <= bounds.x + bounds.width && y >= bounds.y && y <= bounds.y + bounds.height;
    if (inside && opacity > 0.05) return entity;
  }
  return null;
}
