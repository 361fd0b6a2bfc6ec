export type Severity = 'error' | 'warning' | 'info';

/**
 * A piece of script. A text alone stands in the block of a scene; `script` is a whole one. One too long for a page is
 * grown when it is asked for, and `shown` stands for it in the reference.
 */
export type Snippet =
  | string
  | { readonly script: string; readonly shown?: string }
  | { readonly grow: () => string; readonly shown: string };

/** The whole script of an example. */
export function scriptOf(snippet: Snippet): string {
  if (typeof snippet === 'string') return `scene "Example" {\n${snippet}\n}\n`;
  return 'grow' in snippet ? snippet.grow() : snippet.script;
}

/** What of an example the reference shows. */
export function shownOf(snippet: Snippet): string {
  if (typeof snippet === 'string') return snippet;
  return 'grow' in snippet ? snippet.shown : (snippet.shown ?? snippet.script.trimEnd());
}

export const grown = (shown: string, before: string, repeated: string, times: number, after: string) => ({
  grow: () => before + repeated.repeat(times) + after,
  shown,
});

export interface Entry {
  readonly severity: Severity;
  /** One sentence in the author's words, made from what is particular to the place. */
  readonly message: (params: never) => string;
  /** What it means and what to do, for the reference. */
  readonly explanation: string;
  /** A script that raises it, perhaps among others, and the same mended. */
  readonly wrong: Snippet;
  readonly right: Snippet;
}

export type One<K extends string> = Readonly<Record<K, string>>;

/** Long words of the author's are shortened, so that a message stays a sentence. */
export function clip(word: string): string {
  const shown = [...word.slice(0, 80)].slice(0, 40).join('').toWellFormed();
  return shown.length < word.length ? `${shown}…` : shown;
}

/** A name out of a closed list: `known` shows that list, or its beginning. `meant` is '' where no guess is good. */
export const unknown = (what: string, explanation: string) =>
  ({
    severity: 'error',
    message: ({ word, meant, known }: One<'word' | 'meant' | 'known'>) => {
      const help =
        meant !== '' ? `did you mean \`${meant}\`?` : known === '' ? 'there are none yet.' : `there is ${known}.`;
      return `There is no ${what} \`${clip(word)}\`; ${help}`;
    },
    explanation,
  }) as const;

export const limit = (what: string, explanation: string) =>
  ({
    severity: 'error',
    message: ({ limit, found }: { readonly limit: number; readonly found: number }) =>
      `The limit is ${limit} ${what}, and here are ${found}.`,
    explanation,
  }) as const;

export function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}
