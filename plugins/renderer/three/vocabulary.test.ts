import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, EFFECTS } from '../../../dsl/index.ts';
import { FORMS } from './actors/forms.ts';
import { LIGHT_NETS } from './light-net.ts';
import { knowsSpeck } from './specks.ts';

describe('the vocabulary of the language', () => {
  it('has a form for every kind of actor, and no other', () => {
    expect(Object.keys(FORMS).sort()).toEqual(Object.keys(ACTOR_KINDS).sort());
  });

  it.each(Object.keys(EFFECTS))('has a picture for the effect %s', (kind) => {
    expect(knowsSpeck(kind) || LIGHT_NETS.has(kind)).toBe(true);
  });
});
