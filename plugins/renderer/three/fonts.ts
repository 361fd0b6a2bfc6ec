import latin400 from '@fontsource/nunito/files/nunito-latin-400-normal.woff2?url';
import latin700 from '@fontsource/nunito/files/nunito-latin-700-normal.woff2?url';
import latin900 from '@fontsource/nunito/files/nunito-latin-900-normal.woff2?url';
import extended400 from '@fontsource/nunito/files/nunito-latin-ext-400-normal.woff2?url';
import extended700 from '@fontsource/nunito/files/nunito-latin-ext-700-normal.woff2?url';
import extended900 from '@fontsource/nunito/files/nunito-latin-ext-900-normal.woff2?url';

/** The family under which our faces are known, apart from any Nunito of the page. */
export const FAMILY = 'OpenCommotion Nunito';

const EXTENDED =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0';

const LATIN = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122';

const FACES = [
  { url: latin400, weight: '400', unicodeRange: LATIN },
  { url: latin700, weight: '700', unicodeRange: LATIN },
  { url: latin900, weight: '900', unicodeRange: LATIN },
  { url: extended400, weight: '400', unicodeRange: EXTENDED },
  { url: extended700, weight: '700', unicodeRange: EXTENDED },
  { url: extended900, weight: '900', unicodeRange: EXTENDED },
] as const;

const ours = (): FontFace[] => [...document.fonts].filter((face) => face.family.replaceAll('"', '') === FAMILY);

/** Resolves when every face can be drawn with; the page keeps them. Rejects where a font file cannot be read. */
export async function loadFonts(): Promise<void> {
  if (ours().length === 0) {
    for (const { url, ...descriptors } of FACES) document.fonts.add(new FontFace(FAMILY, `url(${url})`, descriptors));
  }
  await Promise.all(ours().map((face) => face.load()));
}
