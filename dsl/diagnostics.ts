/**
 * The shape of everything the language has to say about a script. The catalogue of codes lives below it: one table
 * from which the messages and the documentation come.
 */

/** A stretch of script text. `line` and `column` count from 1, `offset` and `length` count UTF-16 code units from 0. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** Replaces `length` code units at `offset` by `text`. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A remedy an author can accept: applying every edit makes the diagnostic go away. */
export interface Cure {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Diagnostic {
  /** Stable, `dsl/…`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the author's words. */
  readonly message: string;
  readonly span: Span;
  readonly cures: readonly Cure[];
}

/** What every stage of the road returns. `value` is present whenever something useful could be made despite errors. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

interface Entry {
  readonly severity: Severity;
  /** One sentence in the author's words, made from what is particular to the place. */
  readonly message: (params: never) => string;
  /** What it means and what to do, for the reference. */
  readonly explanation: string;
}

type One<K extends string> = Readonly<Record<K, string>>;

/** Long words of the author's are shortened, so that a message stays a sentence. */
function clip(word: string): string {
  const shown = [...word.slice(0, 80)].slice(0, 40).join('').toWellFormed();
  return shown.length < word.length ? `${shown}…` : shown;
}

/** A name out of a closed list: `known` shows that list, or its beginning. `meant` is '' where no guess is good. */
const unknown = (what: string, explanation: string) =>
  ({
    severity: 'error',
    message: ({ word, meant, known }: One<'word' | 'meant' | 'known'>) => {
      const help =
        meant !== '' ? `did you mean \`${meant}\`?` : known === '' ? 'there are none yet.' : `there is ${known}.`;
      return `There is no ${what} \`${clip(word)}\`; ${help}`;
    },
    explanation,
  }) as const;

const limit = (what: string, explanation: string) =>
  ({
    severity: 'error',
    message: ({ limit, found }: { readonly limit: number; readonly found: number }) =>
      `The limit is ${limit} ${what}, and here are ${found}.`,
    explanation,
  }) as const;

/** Everything `read` and `check` can say. The codes are stable; the sentences may improve. */
export const CATALOGUE = {
  'dsl/unknown-character': {
    severity: 'error',
    message: ({ found }: One<'found'>) => `${found} means nothing in a script.`,
    explanation:
      'Outside of texts and comments only letters, digits and the signs { } ( ) , . # " + - stand in a script.',
  },
  'dsl/unclosed-text': {
    severity: 'error',
    message: () => 'This text has no closing quote in its line.',
    explanation: 'A text begins and ends with " in one line. Inside it, \\" is a quote and \\n a line break.',
  },
  'dsl/unclosed-brace': {
    severity: 'error',
    message: () => 'This { is never closed.',
    explanation: 'Each block ends with a }. Where one is missing is guessed from the indentation.',
  },
  'dsl/extra-brace': {
    severity: 'error',
    message: () => 'This } closes nothing.',
    explanation: 'There are more } than { before this point.',
  },
  'dsl/missing-sign': {
    severity: 'error',
    message: ({ sign, after }: One<'sign' | 'after'>) => `A \`${sign}\` is missing after \`${clip(after)}\`.`,
    explanation: 'Points are written (x, y) or (x, y, z), with commas and both brackets.',
  },
  'dsl/incomplete': {
    severity: 'error',
    message: ({ after, expected }: One<'after' | 'expected'>) => `After \`${clip(after)}\` comes ${expected}.`,
    explanation: 'The statement breaks off, or goes on with something that cannot stand there.',
  },
  'dsl/misspelt-keyword': {
    severity: 'error',
    message: ({ word, meant }: One<'word' | 'meant'>) =>
      `\`${clip(word)}\` is not a keyword; did you mean \`${meant}\`?`,
    explanation: 'The rest of the statement was read as if the suggested keyword stood there.',
  },
  'dsl/unknown-statement': {
    severity: 'error',
    message: ({ word }: One<'word'>) => `No statement begins with \`${clip(word)}\`.`,
    explanation: 'Every statement begins with its keyword: actor, text, say, move, emit, camera, on, after, …',
  },
  'dsl/later-statement': {
    severity: 'error',
    message: ({ word }: One<'word'>) => `This version of the language does not know \`${clip(word)}\`.`,
    explanation: 'The keyword belongs to a later version. The statement, with its block, is left out.',
  },
  'dsl/unknown-clause': {
    severity: 'error',
    message: ({ word, statement }: One<'word' | 'statement'>) =>
      `\`${clip(word)}\` does not belong in ${article(statement)} \`${statement}\` statement.`,
    explanation: 'After its operands a statement has clauses: a keyword and its value, in any order.',
  },
  'dsl/stray-block': {
    severity: 'error',
    message: () => 'This block belongs to no statement.',
    explanation: 'Only times, sequence, parallel, repeat, only, lyrics, material and colors are followed by a block.',
  },
  'dsl/missing-scene': {
    severity: 'error',
    message: () => 'A script is one scene: scene "title" { … }.',
    explanation: 'All statements stand inside the block of the scene.',
  },
  'dsl/second-scene': {
    severity: 'error',
    message: () => 'A script holds one scene; this one is left out.',
    explanation: 'Write the second scene into a script of its own.',
  },
  'dsl/misplaced': {
    severity: 'error',
    message: ({ statement, where }: One<'statement' | 'where'>) => `\`${statement}\` stands ${where}.`,
    explanation: 'Things are declared at the top of the scene (or in an only block); what happens stands anywhere.',
  },
  'dsl/missing-name': {
    severity: 'error',
    message: ({ statement, form }: One<'statement' | 'form'>) => `\`${statement}\` needs a name: ${form}.`,
    explanation: 'The word after the keyword says which thing is meant.',
  },
  'dsl/missing-part': {
    severity: 'error',
    message: ({ statement, part, form }: One<'statement' | 'part' | 'form'>) =>
      `This \`${statement}\` does not say ${part}: ${form}.`,
    explanation: 'A clause or an operand without which the statement has no meaning is missing.',
  },
  'dsl/missing-block': {
    severity: 'error',
    message: ({ statement }: One<'statement'>) => `\`${statement}\` needs a block here: { … }.`,
    explanation:
      'Times that begin a statement, sequence, parallel, repeat and only apply to the statements in their block.',
  },
  'dsl/clause-twice': {
    severity: 'error',
    message: ({ clause }: One<'clause'>) => `This statement has \`${clause}\` twice.`,
    explanation: 'Each clause stands once in a statement. The first is used.',
  },
  'dsl/wrong-value': {
    severity: 'error',
    message: ({ clause, expected, found }: One<'clause' | 'expected' | 'found'>) =>
      found === ''
        ? `\`${clause}\` is followed by ${expected}.`
        : `\`${clause}\` is followed by ${expected}, not by \`${clip(found)}\`.`,
    explanation:
      'Durations are written 1.5s or 200ms, sizes as numbers, colours #rrggbb or by CSS name, texts in quotes.',
  },
  'dsl/missing-unit': {
    severity: 'error',
    message: ({ number, unit }: One<'number' | 'unit'>) =>
      `\`${clip(number)}\` has no unit; did you mean \`${clip(number)}${unit}\`?`,
    explanation: 'Durations always have their unit: 1.5s or 200ms.',
  },
  'dsl/wrong-unit': {
    severity: 'error',
    message: ({ unit, expected }: One<'unit' | 'expected'>) =>
      `The unit \`${clip(unit)}\` does not fit here; ${expected}.`,
    explanation: 'Lengths are pixels (px or nothing) or percent, durations s or ms, angles degrees (deg or nothing).',
  },
  'dsl/out-of-range': {
    severity: 'error',
    message: ({ what, number, min, max }: One<'what' | 'number' | 'min' | 'max'>) =>
      `The ${what} goes from ${min} to ${max}; ${clip(number)} is outside, so the nearest is used.`,
    explanation: 'Every number has a range in which a renderer can honour it.',
  },
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
  'dsl/other-reading': {
    severity: 'error',
    message: ({ name, reading }: One<'name' | 'reading'>) =>
      `\`${clip(name)}\` exists only in the ${reading} reading; put this in \`only ${reading}\` too.`,
    explanation: 'What stands outside of only blocks plays in both readings, and so can use only what exists in both.',
  },
  'dsl/never-plays': {
    severity: 'warning',
    message: () => 'Nothing in here ever plays: it is inside a block of the other reading.',
    explanation: 'An only 2d block inside an only 3d block, or the reverse, is empty.',
  },
  'dsl/cycle': {
    severity: 'error',
    message: ({ names }: One<'names'>) => `These wait for each other, so none can begin: ${names}.`,
    explanation: 'Follow the moments: one of them has to begin at a time that does not depend on itself.',
  },
  'dsl/outside-stage': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `\`${clip(name)}\` begins outside of the stage and never moves, so nobody sees it.`,
    explanation: 'Positions are the middle of a thing, counted from the upper left corner of the stage.',
  },
  'dsl/unused-material': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `The material \`${clip(name)}\` is applied to nothing.`,
    explanation: 'apply NAME to ACTOR gives a material to an actor.',
  },
  'dsl/limit-text': limit('characters', 'Longer scripts are read up to the limit. Split the scene.'),
  'dsl/limit-nesting': limit('blocks inside each other', 'Deeper blocks are left out.'),
  'dsl/limit-words': limit('words and signs', 'What comes after is left out. Split the scene.'),
  'dsl/limit-entities': limit('actors and texts in one reading', 'What comes after is left out: 400 in 2D, 250 in 3D.'),
  'dsl/limit-actions': limit('actions', 'Repeats count as often as they run. What comes after is left out.'),
  'dsl/limit-diagnostics': {
    severity: 'info',
    message: ({ more }: { readonly more: number }) => `There are at least ${more} more; these are the first.`,
    explanation: 'At most 100 diagnostics are shown at a time.',
  },
  'dsl/plan-cycle': {
    severity: 'error',
    message: ({ name }: One<'name'>) =>
      `These wait for each other, so none can begin: ${name}. The first now starts at 0.`,
    explanation: 'In this reading a circle of waiting closes: one of them has to begin at a time of its own.',
  },
  'dsl/plan-missing-moment': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” does not happen in this reading, so what waits for it starts at 0.`,
    explanation:
      'It belongs to the other reading. Move what waits for it there too, or have it wait for something else.',
  },
  'dsl/plan-missing-thing': {
    severity: 'info',
    message: ({ name }: One<'name'>) => `“${name}” is not part of this reading, so this is left out.`,
    explanation: 'It is declared in an only block of the other reading.',
  },
  'dsl/plan-alignment-mismatch': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `The timings for line “${name}” do not have one entry for each of its words; estimated times are used.`,
    explanation: 'Timings belong to one wording of a line. Have the line spoken again.',
  },
  'dsl/plan-after-end': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” comes after the scene has ended.`,
    explanation: 'Give the scene a greater length, or let this begin earlier.',
  },
  'dsl/plan-motions-piled-up': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `Too many motions of “${name}” interrupt each other here; this one starts from where the last would have ended.`,
    explanation: 'A motion that interrupts another starts from where that one is; this nests eight deep at most.',
  },
} as const satisfies Readonly<Record<string, Entry>>;

export type Code = keyof typeof CATALOGUE;
/** What the sentence of a code needs; nothing at all for most. */
export type ParamsOf<C extends Code> = (typeof CATALOGUE)[C]['message'] extends () => string
  ? Readonly<Record<string, never>>
  : Parameters<(typeof CATALOGUE)[C]['message']>[0];

/** The only way to make a diagnostic of the language. */
export function diagnose<C extends Code>(
  code: C,
  span: Span,
  params: ParamsOf<C>,
  cures: readonly Cure[] = [],
): Diagnostic {
  const { severity, message } = CATALOGUE[code];
  return { code, severity, message: (message as (params: ParamsOf<C>) => string)(params), span, cures };
}

/** The cure of the commonest kind: what stands there is replaced. */
export function replaceCure(span: Span, text: string): Cure {
  return { title: `Write \`${text}\``, edits: [{ offset: span.offset, length: span.length, text }] };
}

export function insertCure(offset: number, text: string): Cure {
  return { title: `Insert \`${text.trim()}\``, edits: [{ offset, length: 0, text }] };
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
