import { clip, type Entry, type One, unknown } from './entry.ts';

/** Names out of lists, and names of things. */
export const NAMES = {
  'dsl/unknown-kind': unknown(
    'kind of actor',
    'Choose a kind from the list. `thing` is a card that carries its label.',
  ),
  'dsl/unknown-environment': unknown('environment', 'Environments are a scenery with a time of day.'),
  'dsl/unknown-effect': unknown('effect', 'Effects are what `emit` sends out.'),
  'dsl/unknown-recipe': unknown('material', 'Materials are made from a whitelist of recipes.'),
  'dsl/unknown-uniform': unknown('setting', 'Each material recipe has its own settings.'),
  'dsl/unknown-ease': unknown('easing', 'Easings have their CSS or Penner names, or are cubic-bezier(x1, y1, x2, y2).'),
  'dsl/unknown-color': unknown('colour', 'Colours are written #rgb, #rrggbb or by their CSS name.'),
  'dsl/unknown-slot': unknown('colour slot', 'The slots are the parts of a kind that have a colour of their own.'),
  'dsl/unknown-animation': unknown('animation', 'Each kind of actor knows its own animations.'),
  'dsl/unknown-choice': {
    severity: 'error',
    message: ({ word, meant, known }: One<'word' | 'meant' | 'known'>) =>
      meant === ''
        ? `Here stands one of ${known}, not \`${clip(word)}\`.`
        : `Here stands one of ${known}; did you mean \`${meant}\`?`,
    explanation: 'This clause or operand is one word of a short list.',
  },
  'dsl/unknown-name': unknown(
    'thing called',
    'Whatever is moved, lit or pointed at is declared by a statement of its own.',
  ),
  'dsl/unknown-cue': unknown(
    'moment called',
    'Moments are spoken lines, named actions (`as jump`), beats, start and end.',
  ),
  'dsl/unknown-word': unknown('word', 'A word cue names a word of the spoken line, whatever its case.'),
  'dsl/missing-occurrence': {
    severity: 'error',
    message: ({ word, nth, count }: One<'word' | 'nth' | 'count'>) =>
      `\`${clip(word)}\` has no occurrence ${clip(nth)}: the line has it ${count}.`,
    explanation: 'Occurrences are counted from 1: line.the#2 is the second “the” of the line.',
  },
  'dsl/wrong-thing': {
    severity: 'error',
    message: ({ name, is, wanted }: One<'name' | 'is' | 'wanted'>) =>
      `\`${clip(name)}\` is ${is}; here stands ${wanted}.`,
    explanation: 'The name is declared, but as something that cannot do what is asked of it.',
  },
  'dsl/duplicate-name': {
    severity: 'error',
    message: ({ name, line }: One<'name' | 'line'>) =>
      `\`${clip(name)}\` is already the name of something in line ${line}.`,
    explanation: 'Actors, texts, lights, materials, lines, beats and named actions share one set of names.',
  },
  'dsl/reserved-name': {
    severity: 'error',
    message: ({ name }: One<'name'>) =>
      `\`${clip(name)}\` already means something else, so nothing can be called that.`,
    explanation:
      'center, left, right, top, bottom, start, end, none, prototype, constructor and __proto__ have a fixed meaning.',
  },
} as const satisfies Readonly<Record<string, Entry>>;
