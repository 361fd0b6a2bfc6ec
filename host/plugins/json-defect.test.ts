import { describe, expect, it } from 'vitest';
import { findJsonDefect } from './json-defect.ts';

describe('the defect of a text that is not JSON', () => {
  it.each(['root:x:0:0:root:/root:/bin/bash', '{"a": 1, "b": sk-secret-value, "c": 2}', 'secret'])(
    'is told without quoting the text: %s',
    (text) => {
      const defect = findJsonDefect(text);
      expect(defect?.message).toMatch(/^Unexpected token/);
      expect(defect?.message).not.toMatch(/root|secret|"/);
    },
  );

  it('is null for JSON', () => expect(findJsonDefect('{"a": [1]}')).toBeNull());
});
