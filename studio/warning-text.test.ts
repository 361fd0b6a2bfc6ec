import { expect, it } from 'vitest';
import { readWarning } from './warning-text.ts';

it.each([
  ['provider.heuristic/no-form: No form for "a/b: c".', 'provider.heuristic/no-form', 'No form for "a/b: c".'],
  ['voice: tone instead of espeak', null, 'voice: tone instead of espeak'],
  ['Just words.', null, 'Just words.'],
])('parts the code of a warning from its words: %s', (text, code, message) => {
  expect(readWarning(text)).toEqual({ code, message });
});
