import { fileURLToPath } from 'node:url';
import { peer, peerFolder } from '../peers.ts';

export const REMOTION = '4.0.529';
const REACT = '19.2.0';

interface Bundler {
  bundle(options: { entryPoint: string; webpackOverride: (config: object) => object }): Promise<string>;
}
interface Composition {
  readonly durationInFrames: number;
}
interface Renderer {
  selectComposition(options: object): Promise<Composition>;
  renderMedia(options: object): Promise<unknown>;
}

/** Remotion with the composition beside this file, in the Chromium that is here. Its licence is not ours to pass on. */
export async function remotionSide(chromium: string, out: string) {
  await peer('react', REACT);
  await peer('react-dom', REACT);
  await peer('remotion', REMOTION);
  const { bundle } = (await peer('@remotion/bundler', REMOTION)) as Bundler;
  const { selectComposition, renderMedia } = (await peer('@remotion/renderer', REMOTION)) as Renderer;
  const entryPoint = fileURLToPath(new URL('./remotion-scene.jsx', import.meta.url));
  // The composition lies outside of the folder that the peers are installed in.
  const resolve = { modules: [`${peerFolder()}node_modules`] };
  const serveUrl = await bundle({
    entryPoint,
    webpackOverride: (config) => ({
      ...config,
      resolve: { ...('resolve' in config ? Object(config.resolve) : {}), ...resolve },
    }),
  });
  const browser = { browserExecutable: chromium, chromeMode: 'chrome-for-testing', logLevel: 'error' };
  const composition = await selectComposition({ serveUrl, id: 'scene', ...browser });
  return {
    frames: composition.durationInFrames,
    render: () => renderMedia({ serveUrl, composition, codec: 'h264', outputLocation: out, muted: true, ...browser }),
  };
}
