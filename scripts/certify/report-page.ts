import type { Likeness } from './compare.ts';
import { type Raster, writeRaster } from './raster.ts';

export interface Finding {
  readonly name: string;
  readonly likeness: Likeness;
  /** Null where nothing was accepted under this name. */
  readonly golden: Raster | null;
  readonly now: Raster;
}

const picture = (raster: Raster | null, caption: string): string =>
  raster
    ? `<figure><img alt="${caption}" src="data:image/png;base64,${Buffer.from(writeRaster(raster)).toString('base64')}"><figcaption>${caption}</figcaption></figure>`
    : `<figure><p>none</p><figcaption>${caption}</figcaption></figure>`;

/** One HTML page that needs nothing beside it: for every picture that differs the accepted one, today's, the difference. */
export function reportPage(findings: readonly Finding[]): string {
  const rows = findings.map(({ name, likeness, golden, now }) => {
    const { alike, differing, cast, difference } = likeness;
    const verdict = `${alike ? 'within what rounding explains' : 'differs'}: ${(differing * 100).toFixed(2)} % of the pixels, cast ${cast.toFixed(2)} of 255`;
    const pictures = [picture(golden, 'accepted'), picture(now, 'drawn now'), picture(difference, 'difference')];
    return `<section><h2>${name}</h2><p>${verdict}</p><div>${pictures.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Certified pictures that differ</title>
<style>
body { font: 15px/1.4 system-ui; margin: 2rem; background: #15181e; color: #e8ebf0 }
div { display: flex; flex-wrap: wrap; gap: 1rem }
figure { margin: 0 }
img { display: block; image-rendering: pixelated }
</style>
<h1>Certified pictures that differ</h1>
${rows.join('\n')}
</html>
`;
}
