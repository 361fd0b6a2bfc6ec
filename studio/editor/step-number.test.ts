import { describe, expect, it } from 'vitest';
import { stepped } from './step-number.ts';

describe('a step of a number', () => {
  it('is as large as its unit asks for, and keeps the unit', () => {
    const up = ['2s', '2.4s', '300ms', '45deg', '8px', '12%', '1.1', '640', '-60'].map((each) => stepped(each, 1));
    expect(up).toEqual(['2.1s', '2.5s', '310ms', '50deg', '9px', '13%', '1.2', '641', '-59']);
    expect(stepped('0.85', -1)).toBe('0.75');
  });

  it('takes no duration below zero, and returns to where it came from', () => {
    expect(stepped('0.05s', -1)).toBe('0s');
    expect(stepped('0.1', -1)).toBe('0.0');
    expect(stepped(stepped('0.9', 1) ?? '', -1)).toBe('0.9');
  });

  it('leaves units alone that it does not know', () => {
    expect(stepped('3x', 1)).toBeNull();
  });
});
