import { pluralOf } from '../reading/inflect.ts';
import { numberWord } from './retell.ts';
import type { Noun, Wish } from './wish.ts';

/** What was done, in a sentence; `there` of the nouns it is about stood on stage before. */
export function summaryOf(wish: Wish, there: number): string {
  switch (wish.kind) {
    case 'setting': {
      const { time, scenery, effects } = wish.idea;
      const where = [scenery && `to the ${scenery}`, time && `into ${time}`].filter(Boolean);
      const moved = where.length > 0 ? [`Moved the scene ${where.join(' and ')}.`] : [];
      return [...moved, ...effects.map((effect) => `Let there be ${effect}.`)].join(' ');
    }
    case 'say':
      return `The line now says "${wish.text}".`;
    case 'remove':
      return `Took ${listed(wish.nouns, there)} away.`;
    case 'add':
      return `Added ${wish.idea.cast.map(({ noun, count }) => `${numberWord(count)} ${inNumber(noun, count)}`).join(' and ')}.`;
    case 'change': {
      const size = wish.factor === null ? null : wish.factor > 1 ? 'bigger' : 'smaller';
      return `Made ${listed(wish.nouns, there)} ${[wish.colour?.word, size].filter(Boolean).join(' and ')}.`;
    }
    case 'pace':
      return `Made ${there > 0 ? listed(wish.nouns, there) : 'everything'} ${wish.factor < 1 ? 'faster' : 'slower'}.`;
    case 'count':
      return `Made it ${numberWord(wish.count)} ${inNumber(wish.noun.word, wish.count)}.`;
    case 'more':
      return `Added ${numberWord(wish.count)} more ${inNumber(wish.noun.word, wish.count)}.`;
  }
}

const inNumber = (noun: string, count: number): string => (count === 1 ? noun : pluralOf(noun));

const listed = (nouns: readonly Noun[], there: number): string =>
  nouns.map(({ word }) => `the ${inNumber(word, Math.ceil(there / nouns.length))}`).join(' and ');
