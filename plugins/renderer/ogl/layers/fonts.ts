import regular from '@fontsource/nunito/files/nunito-latin-400-normal.woff2?url';
import bold from '@fontsource/nunito/files/nunito-latin-700-normal.woff2?url';
import black from '@fontsource/nunito/files/nunito-latin-900-normal.woff2?url';

/** The family's name on the page: a name of our own, so that no font of the machine stands in for it. */
export const FAMILY = 'OpenCommotion Nunito';

/** Resolves when all weights that a frame may ask for can be drawn; loading twice costs nothing. */
export async function loadFonts(): Promise<void> {
  const faces = [
    [400, regular],
    [700, bold],
    [900, black],
  ] as const;
  await Promise.all(
    faces.map(async ([weight, url]) => {
      if (
        [...document.fonts].some(
          (face) => face.family.includes(FAMILY) && face.weight === `${weight}` && face.status === 'loaded',
        )
      )
        return;
      const face = new FontFace(FAMILY, `url(${url})`, { weight: `${weight}` });
      document.fonts.add(await face.load());
    }),
  );
}
