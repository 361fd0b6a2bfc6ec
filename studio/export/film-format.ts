/** What a film can be written as, and what is inside. H.264 plays everywhere; VP9 and Opus are what the web prefers. */
export const FILM_FORMATS = {
  mp4: { video: 'avc', sound: ['aac', 'opus'], evenSides: true },
  webm: { video: 'vp9', sound: ['opus'], evenSides: false },
} as const;

export type FilmFormat = keyof typeof FILM_FORMATS;

export const isFilmFormat = (text: string): text is FilmFormat => Object.hasOwn(FILM_FORMATS, text);

export interface FilmPicture {
  readonly format: FilmFormat;
  /** Pixels; the sides of an MP4 must be even. */
  readonly width: number;
  readonly height: number;
  /** Frames a second. */
  readonly fps: number;
}

/** Bits a second that show no blocks in drawn pictures: a tenth of a bit for each pixel, a megabit at least. */
export const bitrateOf = ({ width, height, fps }: FilmPicture): number =>
  Math.max(1_000_000, Math.round(width * height * fps * 0.1));

/** When frame `index` of a film begins, in microseconds: whole numbers, so that no error adds up. */
export const frameTime_us = (index: number, fps: number): number => Math.round((index * 1_000_000) / fps);
