import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './secrets.ts';

describe('a text without secrets', () => {
  it.each([
    ['bad key hunter2-hunter2!', 'bad key [secret]!'],
    ['Authorization: Bearer abc', 'Authorization: Bearer [secret]'],
    ['key sk-proj-0123456789abcdef0123 refused', 'key [secret] refused'],
    ['the sky is blue', 'the sky is blue'],
  ])('of %j is %j', (text, shown) => {
    expect(withoutSecrets(text, ['hunter2-hunter2', undefined, null, ''])).toBe(shown);
  });
});
