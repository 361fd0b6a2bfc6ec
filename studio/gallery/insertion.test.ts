import { describe, expect, it } from 'vitest';
import { compile } from '../../dsl/index.ts';
import { insertionOf } from './insertion.ts';

describe('taking an actor into a script', () => {
  const take = (kind: string, script: string): string => {
    const [edit] = insertionOf(kind, script)?.edits ?? [];
    return edit ? script.slice(0, edit.offset) + edit.text + script.slice(edit.offset) : script;
  };

  it('adds it as the last statement of the scene', () => {
    expect(take('cow', 'scene "S" {\n}\n')).toBe('scene "S" {\n  actor cow is cow at center\n}\n');
    expect(take('cow', 'scene "S" {}')).toBe('scene "S" {\n  actor cow is cow at center\n}');
  });

  it('gives it a name that nobody has', () => {
    const script = take('cow', 'scene "S" {\n  actor cow is cow at left\n}\n');
    expect(script).toContain('actor cow-2 is cow');
    expect(compile(script, { mode: '2d' }).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('leaves a text alone that is no scene', () => {
    expect(insertionOf('cow', '')).toBeNull();
  });
});
