import { describe, expect, it } from 'vitest';
import { commandFor } from './shortcuts.ts';

const press = (key: string, change = {}) =>
  commandFor({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...change });

describe('keys', () => {
  it('mean the typed letter, in either case', () => {
    expect(press('k')).toEqual({ kind: 'toggle' });
    expect(press('I')).toEqual({ kind: 'mark-in' });
  });

  it('tell L from Shift+L', () => {
    expect(press('l')).toEqual({ kind: 'forward' });
    expect(press('L', { shiftKey: true })).toEqual({ kind: 'toggle-loop' });
  });

  it('leave the browser its own: nothing with Ctrl, Alt or Meta', () => {
    expect(press('l', { ctrlKey: true })).toBeNull();
    expect(press('f', { metaKey: true })).toBeNull();
  });
});
