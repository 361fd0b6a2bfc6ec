import type { Browser } from 'playwright-core';

/** What pixels depend on besides our code: the browser's version, what draws for it, and the kind of processor. */
export async function drawnBy(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  try {
    const renderer = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const info = gl?.getExtension('WEBGL_debug_renderer_info');
      return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
    });
    return `Chromium ${browser.version()}, ${renderer}, ${process.arch}`;
  } finally {
    await page.close();
  }
}
