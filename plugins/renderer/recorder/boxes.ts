import type { Frame, FrameEntity } from '../../../dsl/index.ts';

const PLAIN = '#808080';

/** Where the stage lies in a buffer of that size: as large as it fits, in the middle. */
function fitted(stage: Frame['stage'], width: number, height: number): { scale: number; left: number; top: number } {
  const scale = Math.min(width / stage.width, height / stage.height);
  return { scale, left: (width - stage.width * scale) / 2, top: (height - stage.height * scale) / 2 };
}

/** Draws sky, ground and a box per thing, in its first colour; answers with the number of boxes. */
export function drawBoxes(context: CanvasRenderingContext2D, frame: Frame): number {
  const { width, height } = context.canvas;
  const { stage, environment } = frame;
  const { scale, left, top } = fitted(stage, width, height);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = '#000000';
  context.fillRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, scale, left, top);
  context.fillStyle = environment.sky_top;
  context.fillRect(0, 0, stage.width, environment.horizon);
  context.fillStyle = environment.ground_near;
  context.fillRect(0, environment.horizon, stage.width, stage.height - environment.horizon);
  for (const entity of frame.entities) {
    context.globalAlpha = entity.opacity;
    context.fillStyle = colorOf(entity);
    context.fillRect(entity.bounds.x, entity.bounds.y, entity.bounds.width, entity.bounds.height);
  }
  return frame.entities.length + 3;
}

function colorOf(entity: FrameEntity): string {
  switch (entity.role) {
    case 'text':
      return entity.color;
    case 'actor':
      return Object.values(entity.colors)[0] ?? PLAIN;
    case 'picture':
      return PLAIN;
    default: {
      const [mark] = entity.marks;
      const color = mark?.kind === 'shape' ? (mark.fill ?? mark.stroke) : mark?.color;
      return color ?? PLAIN;
    }
  }
}
