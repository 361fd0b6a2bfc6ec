import type { Frame } from '../../../dsl/index.ts';

/** Latin, Greek, Cyrillic, common punctuation, signs of money, arrows, selectors: never looked up. */
const KNOWN = [
  [0x0000, 0x052f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0xfe00, 0xfe0f],
] as const;

const isKnown = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return KNOWN.some(([from, to]) => code >= from && code <= to);
};

/** An unassigned place of Unicode: what is drawn for it is the box that stands for a missing letter. */
const NOTHING = '\u0378';
const SIDE = 24;
/** So that a stage full of strange letters does not grow without end. */
const MOST_KEPT = 5_000;

/**
 * Finds what neither the bundled face nor any of this machine's has: such a letter is drawn as an empty box. Each letter
 * is drawn once on a small canvas and compared with that box.
 */
export class GlyphWatch {
  readonly #font: string;
  readonly #missing = new Map<string, boolean>();
  readonly #texts = new Map<string, readonly string[]>();
  #context: CanvasRenderingContext2D | null = null;
  #box: string | null = null;

  /** `font`: the family, as CSS names it. Must be asked only once it is loaded. */
  constructor(font: string) {
    this.#font = font;
  }

  /** The letters of all that a frame writes that nobody here can draw, each once; empty almost always. */
  missingIn({ entities, lyrics }: Frame): readonly string[] {
    const found = new Set<string>();
    const look = (text: string): void => {
      for (const letter of this.#missingOf(text)) found.add(letter);
    };
    for (const entity of entities) {
      if (entity.role === 'text') look(entity.text);
      else if (entity.role === 'chart') for (const mark of entity.marks) if (mark.kind === 'label') look(mark.text);
      if (entity.role === 'actor' && entity.label !== null) look(entity.label);
    }
    for (const { words } of lyrics) for (const { text } of words) look(text);
    return [...found];
  }

  #missingOf(text: string): readonly string[] {
    const known = this.#texts.get(text);
    if (known) return known;
    const strange = new Set([...text].filter((letter) => !isKnown(letter) && letter.trim() !== ''));
    const missing = [...strange].filter((letter) => this.#isMissing(letter));
    if (this.#texts.size > MOST_KEPT) this.#texts.clear();
    this.#texts.set(text, missing);
    return missing;
  }

  #isMissing(letter: string): boolean {
    const known = this.#missing.get(letter);
    if (known !== undefined) return known;
    this.#box ??= this.#drawn(NOTHING);
    const missing = this.#drawn(letter) === this.#box;
    this.#missing.set(letter, missing);
    return missing;
  }

  #drawn(letter: string): string {
    this.#context ??= contextOf();
    const context = this.#context;
    context.clearRect(0, 0, SIDE, SIDE);
    context.font = `700 16px "${this.#font}", sans-serif`;
    context.fillText(letter, 3, 18);
    return context.getImageData(0, 0, SIDE, SIDE).data.join();
  }
}

function contextOf(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}

/** How a renderer says it. */
export const missingGlyphs = (letters: readonly string[]): string =>
  `No font here has ${letters.slice(0, 8).join(' ')}${letters.length > 8 ? ` and ${letters.length - 8} more` : ''}: ` +
  'empty boxes stand for them. Install a font that has them, or write something else.';
