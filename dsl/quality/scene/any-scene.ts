import type { Frame, FrameEntity } from '../../sample/frame.ts';
import { type Footage, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck } from '../report.ts';

/** Four frames a second are enough to see what is on the stage. */
const some = ({ slow }: Footage): readonly Frame[] => slow.filter((_, at) => at % 8 === 0);

/** scene.finite: every number of every frame is one. */
export function finite(footage: Footage): QualityCheck {
  const broken = some(footage).find((frame) => {
    let ok = true;
    JSON.stringify(frame, (_, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) ok = false;
      return value;
    });
    return !ok;
  });
  return atMost('scene.finite', 0, { at_ms: broken?.at_ms ?? 0, figure: broken ? 1 : 0 }, () =>
    broken ? 'a frame holds a number that is none' : 'all frames are made of numbers',
  );
}

const SEEN = 0.3;
const PANNED_PX = 2;

const isPanned = ({ camera, stage }: Frame): boolean =>
  Math.hypot(camera.target.x - stage.width / 2, camera.target.y - stage.height / 2) > PANNED_PX;

/** scene.text-inside: what is written and can be read is wholly in the picture. */
export function textInside(footage: Footage): QualityCheck {
  const { width, height } = footage.timeline.stage;
  let worst = { at_ms: 0, figure: 0, text: '' };
  for (const frame of some(footage)) {
    // What the camera goes past is its own choice.
    for (const entity of frame.camera.zoom > 1.01 || isPanned(frame) ? [] : frame.entities) {
      if (entity.role !== 'text' || entity.opacity < SEEN || entity.text === '') continue;
      const { x, y, width: wide, height: high } = entity.bounds;
      const over = Math.max(-x, -y, x + wide - width, y + high - height);
      if (over > worst.figure) worst = { at_ms: frame.at_ms, figure: over, text: entity.text };
    }
    for (const { words, size, opacity } of frame.lyrics) {
      for (const word of opacity < SEEN ? [] : words) {
        const over = Math.max(-word.x, word.x + word.width - width, word.y + size * 0.25 - height, size * 0.7 - word.y);
        if (over > worst.figure) worst = { at_ms: frame.at_ms, figure: over, text: word.text };
      }
    }
  }
  return atMost('scene.text-inside', 1, worst, (figure) =>
    figure > 1 ? `“${worst.text}” leaves the picture by ${figure} px` : 'all writing is in the picture',
  );
}

/** What changes in a thing that stays where it is: writing, growth, colour. */
function contentOf(entity: FrameEntity): unknown {
  if (entity.role === 'text') return [entity.lines, entity.color];
  if (entity.role === 'actor') return [entity.colors, entity.material?.uniforms, entity.pose.animation];
  return entity.role === 'picture' ? null : [entity.progress, entity.marks.length];
}

/** What there is to see, without the clock that moves grass and clouds. */
const sight = ({ entities, fx, lyrics, camera, curtain, environment }: Frame): string =>
  JSON.stringify([
    entities.map(({ x, y, scale, rotation, opacity }) => [x, y, scale, rotation, opacity]),
    entities.map(contentOf),
    fx.length,
    lyrics,
    camera,
    curtain,
    environment.blend,
  ]);

const FROZEN_MS = 8000;

/** scene.moves: the picture does not stand still for longer than eight seconds. */
export function moves(footage: Footage): QualityCheck {
  let since = 0;
  let worst = { at_ms: 0, figure: 0 };
  for (const [before, now] of pairs(some(footage))) {
    if (sight(before) !== sight(now)) since = now.at_ms;
    else if (now.at_ms - since > worst.figure) worst = { at_ms: since, figure: now.at_ms - since };
  }
  return atMost('scene.moves', FROZEN_MS, worst, (figure) => `nothing moves for ${figure} ms at most`);
}

/** scene.not-blank: something is on the stage, from the first second to the end. */
export function notBlank(footage: Footage): QualityCheck {
  const frames = some(footage).filter(({ at_ms }) => at_ms >= 1000);
  const empty = frames.find(
    ({ entities, lyrics }) =>
      !entities.some(({ opacity }) => opacity > 0) && !lyrics.some(({ opacity }) => opacity > 0),
  );
  return atMost('scene.not-blank', 0, { at_ms: empty?.at_ms ?? 0, figure: empty ? 1 : 0 }, () =>
    empty ? 'nothing is on the stage' : 'there is always something on the stage',
  );
}

/** scene.words-in-order: the words of each line follow each other in time. */
export function wordsInOrder({ timeline }: Footage): QualityCheck {
  const early = timeline.words.find((word) => {
    const next = timeline.words.find(({ line, index }) => line === word.line && index === word.index + 1);
    return next !== undefined && next.start_ms < word.start_ms;
  });
  return atLeast('scene.words-in-order', 1, { at_ms: early?.start_ms ?? 0, figure: early ? 0 : 1 }, () =>
    early ? `the word after “${early.text}” comes before it` : 'words follow each other',
  );
}
