import { clip, type Entry, type One, unknown } from './entry.ts';

/** Names out of lists, and names of things. */
export const NAMES = {
  'dsl/unknown-kind': {
    ...unknown('kind of actor', 'Choose a kind from the list. `thing` is a card that carries its label.'),
    wrong: 'actor pet is kitten',
    right: 'actor pet is cat',
  },
  'dsl/unknown-environment': {
    ...unknown('environment', 'Environments are a scenery with a time of day.'),
    wrong: 'environment night-medow',
    right: 'environment night-meadow',
  },
  'dsl/unknown-effect': {
    ...unknown('effect', 'Effects are what `emit` sends out.'),
    wrong: 'actor cow is cow\nemit sparkels from cow',
    right: 'actor cow is cow\nemit sparkles from cow',
  },
  'dsl/unknown-recipe': {
    ...unknown('material', 'Materials are made from a whitelist of recipes.'),
    wrong: 'material m is metall',
    right: 'actor cow is cow\nmaterial m is metal\napply m to cow',
  },
  'dsl/unknown-uniform': {
    ...unknown('setting', 'Each material recipe has its own settings.'),
    wrong: 'actor cow is cow\nmaterial m is metal { shininess 1 }\napply m to cow',
    right: 'actor cow is cow\nmaterial m is metal { roughness 1 }\napply m to cow',
  },
  'dsl/unknown-ease': {
    ...unknown('easing', 'Easings have their CSS or Penner names, or are cubic-bezier(x1, y1, x2, y2).'),
    wrong: 'actor cow is cow\nturn cow by 9deg ease in-out-cubik',
    right: 'actor cow is cow\nturn cow by 9deg ease in-out-cubic',
  },
  'dsl/unknown-color': {
    ...unknown('colour', 'Colours are written #rgb, #rrggbb or by their CSS name.'),
    wrong: 'actor cow is cow color tomatoe',
    right: 'actor cow is cow color tomato',
  },
  'dsl/unknown-slot': {
    ...unknown('colour slot', 'The slots are the parts of a kind that have a colour of their own.'),
    wrong: 'actor cow is cow colors { wings red }',
    right: 'actor cow is cow colors { spots red }',
  },
  'dsl/unknown-part': {
    ...unknown('part', 'Behind the name of an actor and a dot stands a part that its kind has, as a place.'),
    wrong: 'actor pc is laptop at (640, 360)\nemit sparkles from pc.sreen',
    right: 'actor pc is laptop at (640, 360)\nemit sparkles from pc.screen',
  },
  'dsl/unknown-animation': {
    ...unknown('animation', 'Each kind of actor knows its own animations.'),
    wrong: 'actor cow is cow\nanimate cow fly',
    right: 'actor cow is cow\nanimate cow walk',
  },
  'dsl/unknown-choice': {
    severity: 'error',
    message: ({ word, meant, known }: One<'word' | 'meant' | 'known'>) =>
      meant === ''
        ? `Here stands one of ${known}, not \`${clip(word)}\`.`
        : `Here stands one of ${known}; did you mean \`${meant}\`?`,
    explanation: 'This clause or operand is one word of a short list.',
    wrong: 'text t "Hello" weight heavy',
    right: 'text t "Hello" weight black',
  },
  'dsl/unknown-name': {
    ...unknown('thing called', 'Whatever is moved, lit or pointed at is declared by a statement of its own.'),
    wrong: 'actor cow is cow\nturn caw by 9deg',
    right: 'actor cow is cow\nturn cow by 9deg',
  },
  'dsl/unknown-cue': {
    ...unknown('moment called', 'Moments are spoken lines, named actions (`as jump`), beats, start and end.'),
    wrong: 'actor cow is cow\nturn cow by 9deg as spin\nfade cow out after spinn',
    right: 'actor cow is cow\nturn cow by 9deg as spin\nfade cow out after spin',
  },
  'dsl/unknown-word': {
    ...unknown('word', 'A word cue names a word of the spoken line, whatever its case.'),
    wrong: 'actor cow is cow\nsay song "Over the moon"\non song.mooon { turn cow by 9deg }',
    right: 'actor cow is cow\nsay song "Over the moon"\non song.moon { turn cow by 9deg }',
  },
  'dsl/missing-occurrence': {
    severity: 'error',
    message: ({ word, nth, count }: One<'word' | 'nth' | 'count'>) =>
      `\`${clip(word)}\` has no occurrence ${clip(nth)}: the line has it ${count}.`,
    explanation: 'Occurrences are counted from 1: line.the#2 is the second “the” of the line.',
    wrong: 'actor cow is cow\nsay song "Over the moon"\non song.the#2 { turn cow by 9deg }',
    right: 'actor cow is cow\nsay song "Over the moon"\non song.the { turn cow by 9deg }',
  },
  'dsl/wrong-thing': {
    severity: 'error',
    message: ({ name, is, wanted }: One<'name' | 'is' | 'wanted'>) =>
      `\`${clip(name)}\` is ${is}; here stands ${wanted}.`,
    explanation: 'The name is declared, but as something that cannot do what is asked of it.',
    wrong: 'say line "Hello"\nturn line by 9deg',
    right: 'actor cow is cow\nsay line "Hello"\nturn cow by 9deg on line',
  },
  'dsl/duplicate-name': {
    severity: 'error',
    message: ({ name, line }: One<'name' | 'line'>) =>
      `\`${clip(name)}\` is already the name of something in line ${line}.`,
    explanation: 'Actors, texts, lights, materials, lines, beats and named actions share one set of names.',
    wrong: 'actor cow is cow\ntext cow "Cow"',
    right: 'actor cow is cow\ntext title "Cow"',
  },
  'dsl/reserved-name': {
    severity: 'error',
    message: ({ name }: One<'name'>) =>
      `\`${clip(name)}\` already means something else, so nothing can be called that.`,
    explanation:
      'center, left, right, top, bottom, start, end, none, prototype, constructor and __proto__ have a fixed meaning.',
    wrong: 'actor end is cow',
    right: 'actor last is cow',
  },
} as const satisfies Readonly<Record<string, Entry>>;
