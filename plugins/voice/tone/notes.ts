export interface Note {
  readonly start_ms: number;
  readonly end_ms: number;
  readonly hz: number;
}

/** Steps of a major pentatonic scale above G3: no two of its notes clash, in whatever order. */
const SCALE = [0, 2, 4, 7, 9].map((semitones) => 196 * 2 ** (semitones / 12));
const FADE_MS = 25;

/** Groups of vowels, at least one: near enough for a melody, in any language written with vowels. */
export const syllables = (word: string): number =>
  Math.max(1, word.normalize('NFD').match(/[aeiouyаеёиоуыэюяαεηιουω]+/gi)?.length ?? 1);

/** One note per syllable of a word; the melody hangs on the letters alone, so the same word is always the same tune. */
export function notesOf(word: string, start_ms: number, end_ms: number): Note[] {
  const count = Math.min(syllables(word), Math.max(1, Math.floor((end_ms - start_ms) / (2 * FADE_MS))));
  const step = (end_ms - start_ms) / count;
  const letters = [...word.toLowerCase()].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return Array.from({ length: count }, (_, index) => ({
    start_ms: start_ms + index * step,
    end_ms: start_ms + (index + 1) * step,
    hz: SCALE[(letters + index * 2) % SCALE.length] ?? 196,
  }));
}

/** Adds a soft sine with a trace of its octave; it fades in and out, so that nothing clicks. */
export function play(samples: Int16Array, sampleRate: number, note: Note, level: number): void {
  const first = Math.round((note.start_ms * sampleRate) / 1000);
  const last = Math.min(samples.length, Math.round((note.end_ms * sampleRate) / 1000));
  const fade = (FADE_MS * sampleRate) / 1000;
  for (let at = first; at < last; at += 1) {
    const phase = (2 * Math.PI * note.hz * (at - first)) / sampleRate;
    const loud = Math.min(1, (at - first) / fade, (last - at) / fade);
    samples[at] = Math.round(32_767 * level * loud * (0.85 * Math.sin(phase) + 0.15 * Math.sin(2 * phase)));
  }
}
