import type { Timeline } from '../../dsl/index.ts';
import { ExportFault } from './export-fault.ts';
import { type DrawWarning, memoryShelf, openStage, type Size } from './stage-page.ts';

export type StillType = 'image/png' | 'image/webp';

export interface StillWish {
  /** Folder of the built studio. */
  readonly studio: string;
  readonly timeline: Timeline;
  readonly size: Size;
  /** Images and models that the script names are read from here and below. */
  readonly folder: string;
}

/**
 * Draws moments of a timeline with the studio's own renderer in a headless Chromium, one after the other.
 * @param take is given each picture as a file
 * @throws ExportFault where there is no Chromium or the picture can't be drawn
 */
export async function drawStills(
  wish: StillWish,
  type: StillType,
  times_ms: readonly number[],
  take: (picture: Buffer, index: number) => Promise<void>,
): Promise<readonly DrawWarning[]> {
  const shelf = memoryShelf();
  const stage = await openStage({ ...wish, shelf });
  try {
    for (const [index, ms] of times_ms.entries()) {
      await stage.run((page, [at, as]) => page.still(at, as, 'still'), [ms, type] as const);
      const picture = await shelf.get('still');
      if (!picture) throw new ExportFault('export/not-drawn', 'The page drew no picture.', 'Please report this.');
      await take(picture, index);
    }
    return await stage.run((page) => [...page.stats().warnings], null);
  } finally {
    await stage.close();
  }
}

/** One moment as a PNG. */
export async function drawStill(
  wish: StillWish,
  at_ms: number,
): Promise<{ readonly png: Buffer; readonly warnings: readonly DrawWarning[] }> {
  let png: Buffer = Buffer.alloc(0);
  const warnings = await drawStills(wish, 'image/png', [at_ms], async (picture) => {
    png = picture;
  });
  return { png, warnings };
}
