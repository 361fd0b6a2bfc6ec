import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { compile } from '../compile.ts';
import type { Frame } from './frame.ts';
import { createSampler } from './sampler.ts';

const play = (...lines: string[]) => {
  const { value, diagnostics } = compile(['scene "Parts" {', ...lines, '}'].join('\n'), { mode: '2d' });
  expect(diagnostics).toEqual([]);
  return createSampler(value);
};
const textAt = (frame: Frame): { readonly x: number; readonly y: number } => {
  const found = frame.entities.find(({ role }) => role === 'text');
  if (!found) throw new Error('There is no text.');
  return { x: Math.round(found.x), y: Math.round(found.y) };
};

describe('parts of actors as places', () => {
  it.each([
    ['at scale 1', 'actor pc is rocket at (600, 400)', 600, 400 + 0.34 * 260],
    ['larger', 'actor pc is rocket at (600, 400) scale 2', 600, 400 + 0.34 * 520],
    ['turned by a quarter', 'actor pc is rocket at (600, 400) rotation 90deg', 600 - 0.34 * 260, 400],
  ])('C35 stand where the thing has them, %s', (_, actor, x, y) => {
    const frame = play(actor, 'text note "here" at pc.nozzle').frameAt(0);
    expect(textAt(frame)).toEqual({ x: Math.round(x), y: Math.round(y) });
  });
  it('C35 change sides where the thing looks to the left', () => {
    const right = textAt(play('actor d is dog at (600, 400)', 'text note "here" at d.nose').frameAt(0));
    const left = textAt(play('actor d is dog at (600, 400) facing left', 'text note "here" at d.nose').frameAt(0));
    expect(left).toEqual({ x: 1200 - right.x, y: right.y });
  });
  it('C35 go along with the thing, and with the group it belongs to', () => {
    const player = play(
      'group crew at (300, 300) { actor ship is rocket at (300, 300) }',
      'light glow from ship.nozzle intensity 1',
      'move crew to (700, 300) over 1s ease linear',
      'turn crew by 180deg over 1s ease linear',
    );
    const at = (ms: number) => player.frameAt(ms).lights.find(({ id }) => id === 'glow');
    expect(at(0)).toMatchObject({ x: 300, y: 300 + 0.34 * 260 });
    expect(at(500)?.x).toBeCloseTo(500 - 0.34 * 260);
    expect(at(1000)?.y).toBeCloseTo(300 - 0.34 * 260);
  });
  it('C35 may be left by a distance', () => {
    const frame = play('actor ship is rocket at (600, 300)', 'text note "here" at right-of ship.nozzle by 40').frameAt(
      0,
    );
    expect(textAt(frame).x).toBeGreaterThan(640);
  });
  it('C35 that a kind does not have are reported, with the one that was meant', () => {
    const [found] = analyse('scene "Parts" {\n  actor d is dog at (600, 400)\n  emit dust from d.noze\n}').diagnostics;
    expect(found).toMatchObject({ code: 'dsl/unknown-part', span: { line: 3, column: 20, length: 4 } });
    expect(found?.cures[0]?.edits[0]?.text).toBe('nose');
  });
});
