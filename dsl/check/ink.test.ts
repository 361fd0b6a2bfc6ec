import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';

const scene = (body: string) => analyse(`scene "S" {\n${body}\n}\n`).value;

describe('what writes where no colour is named', () => {
  it('is dark before the bright backdrop of a studio, which is also the usual one', () => {
    expect(scene('text t "Hello"').texts[0]?.color).toBe('#1e293b');
    expect(scene('text t "Hello"\nenvironment studio').texts[0]?.color).toBe('#1e293b');
  });

  it('is white before every other, and where the light only changes later', () => {
    for (const name of ['dark-studio', 'night-meadow', 'day-meadow', 'space', 'day-room']) {
      expect(scene(`environment ${name}\ntext t "Hello"`).texts[0]?.color).toBe('#ffffff');
    }
    const later = scene('environment space\ntext t "Hello"\nenvironment studio over 2s at 1s');
    expect(later.texts[0]?.color).toBe('#ffffff');
  });

  it('is the same for lyrics, charts, drawings and notes', () => {
    const { lyrics, charts, drawings } = scene(
      'say l "Hello"\nlyrics l { }\nchart c is curve { series "A" points (1, 2) (2, 3) }\ndraw d circle radius 40',
    );
    expect([lyrics[0]?.color, charts[0]?.color, drawings[0]?.fill]).toEqual(['#1e293b', '#1e293b', '#1e293b']);
  });

  it('is warm for the word that is sung, and dark where the rest is', () => {
    expect(scene('say l "Hello"\nlyrics l { }').lyrics[0]?.highlight).toBe('#b45309');
    expect(scene('environment space\nsay l "Hello"\nlyrics l { }').lyrics[0]?.highlight).toBe('#fde68a');
  });

  it('gives way to the colour that is named', () => {
    expect(scene('text t "Hello" color tomato').texts[0]?.color).toBe('#ff6347');
  });
});
