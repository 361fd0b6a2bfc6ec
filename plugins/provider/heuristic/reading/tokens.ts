import nlp from 'compromise/two';
import { z } from 'zod';

export interface Token {
  readonly text: string;
  /** Lower case, without punctuation. */
  readonly word: string;
  /** Base form of a verb, singular of a noun, or the word itself. */
  readonly root: string;
  readonly noun: boolean;
  readonly plural: boolean;
  /** Somebody by trade or role: a farmer, an astronaut. */
  readonly person: boolean;
  readonly determiner: boolean;
  /** A comma, a semicolon or the end of a sentence follows. */
  readonly breakAfter: 'none' | 'comma' | 'sentence';
}

const sentencesSchema = z.array(
  z.object({
    terms: z.array(
      z.object({
        text: z.string(),
        post: z.string(),
        normal: z.string(),
        root: z.string().nullish(),
        tags: z.array(z.string()),
      }),
    ),
  }),
);

/** Roles that the lexicon takes for things. */
const SOMEBODY =
  /(?:naut|person|lady|king|queen|princess|prince|knight|witch|wizard|pirate|ninja|student|mermaid|vampire|tourist|explorer)s?$/;

/** Cuts English into words and says what each is; other languages come out as nouns, one per word. */
export function tokenize(text: string): Token[] {
  const doc = nlp(text);
  doc.compute('root');
  return sentencesSchema.parse(doc.json()).flatMap(({ terms }) =>
    terms
      .filter((term) => /[\p{L}\p{N}]/u.test(term.text))
      .map((term, index, all): Token => {
        const tags = new Set(term.tags);
        const word = term.normal.replace(/[^\p{L}\p{N}\p{M}'’#-]/gu, '') || term.text.toLowerCase();
        const sentence = index === all.length - 1 || /[.!?;:]/.test(term.post);
        return {
          text: term.text,
          word,
          root: term.root ?? word,
          noun: tags.has('Noun') && !tags.has('Pronoun'),
          plural: tags.has('Plural'),
          person: tags.has('Actor') || SOMEBODY.test(word),
          determiner: tags.has('Determiner'),
          breakAfter: sentence ? 'sentence' : /[,–—]/.test(term.post) ? 'comma' : 'none',
        };
      }),
  );
}

/** The forms under which a word may stand in a vocabulary, likeliest first. */
export function baseForms(token: Token): string[] {
  const { word, root } = token;
  const stems = [word, root];
  for (const suffix of ['ing', 'ed', 'es', 's'])
    if (word.endsWith(suffix) && word.length > suffix.length + 1) {
      const stem = word.slice(0, -suffix.length);
      stems.push(stem, `${stem}e`);
      if (/([^aeiou])\1$/.test(stem)) stems.push(stem.slice(0, -1));
    }
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`);
  if (IRREGULAR[word]) stems.push(IRREGULAR[word]);
  return stems;
}

/** Forms that no ending gives, each with its base form. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  flew: 'fly',
  flown: 'fly',
  ran: 'run',
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  went: 'go',
  swam: 'swim',
  drove: 'drive',
  rode: 'ride',
  leapt: 'leap',
  spun: 'spin',
  sang: 'sing',
  grew: 'grow',
  shone: 'shine',
  came: 'come',
  wolves: 'wolf',
  mice: 'mouse',
  geese: 'goose',
  children: 'child',
  men: 'man',
  women: 'woman',
  calves: 'calf',
  leaves: 'leaf',
};
