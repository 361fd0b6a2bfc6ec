import type { Mode, Timeline } from '../../dsl/index.ts';
import type { Manifest, RendererPlugin } from '../../plugins/contract/index.ts';
import type { ListedRenderer } from '../link/host-schemas.ts';

/** A renderer that could be asked to draw, known by its manifest alone until it is loaded. */
export interface ShelfEntry {
  readonly id: string;
  readonly modes: readonly Mode[];
  readonly capabilities: readonly string[];
  readonly load: () => Promise<RendererPlugin>;
}

type ManifestModule = Pick<Manifest, 'id' | 'capabilities'>;

/** Capabilities `mode:2d` and `mode:3d` say which readings a renderer draws. */
const modesOf = (capabilities: readonly string[]): readonly Mode[] =>
  (['2d', '3d'] as const).filter((mode) => capabilities.includes(`mode:${mode}`));

/** The renderers that are built with the studio, from their manifests; their code is fetched when asked for. */
export function builtinRenderers(): readonly ShelfEntry[] {
  const manifests = import.meta.glob<ManifestModule>('../../plugins/renderer/*/manifest.json', {
    eager: true,
    import: 'default',
  });
  const entries = import.meta.glob<RendererPlugin>('../../plugins/renderer/*/index.ts', { import: 'default' });
  return Object.entries(manifests).flatMap(([path, { id, capabilities }]) => {
    const load = entries[path.replace(/manifest\.json$/, 'index.ts')];
    const modes = modesOf(capabilities);
    return load === undefined || modes.length === 0 ? [] : [{ id, modes, capabilities, load }];
  });
}

/** A renderer that the host found elsewhere, served by it as a module. */
export function servedRenderer(listed: ListedRenderer, base: URL): ShelfEntry | null {
  if (listed.builtin || listed.entry_url === null) return null;
  const url = new URL(listed.entry_url, base);
  if (url.origin !== base.origin) return null;
  return {
    id: listed.id,
    modes: listed.mode === 'any' ? ['2d', '3d'] : [listed.mode],
    capabilities: listed.capabilities,
    load: async () => checkedPlugin(listed.id, await import(/* @vite-ignore */ url.href)),
  };
}

function checkedPlugin(id: string, module: unknown): RendererPlugin {
  const plugin = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  if (isRendererPlugin(plugin)) return plugin;
  throw new Error(`The renderer “${id}” exports no renderer/1 plugin as its default.`);
}

const isRendererPlugin = (value: unknown): value is RendererPlugin =>
  typeof value === 'object' &&
  value !== null &&
  'contract' in value &&
  value.contract === 'renderer/1' &&
  'create' in value &&
  typeof value.create === 'function';

/** What a timeline needs and a renderer does not offer. `actor:*` offers every actor. */
export function unmetNeeds(needs: readonly string[], capabilities: readonly string[]): readonly string[] {
  const offered = new Set(capabilities);
  return needs.filter((need) => {
    const family = need.slice(0, need.indexOf(':') + 1);
    return !offered.has(need) && !(family !== '' && offered.has(`${family}*`));
  });
}

/** The renderer that can draw most of what a timeline needs; among equals the one that can do more at all. */
export function chooseRenderer(shelf: readonly ShelfEntry[], timeline: Pick<Timeline, 'mode' | 'needs'>): ShelfEntry {
  const missing = (entry: ShelfEntry) => unmetNeeds(timeline.needs, entry.capabilities).length;
  const best = shelf
    .filter(({ modes }) => modes.includes(timeline.mode))
    .toSorted((a, b) => missing(a) - missing(b) || b.capabilities.length - a.capabilities.length)[0];
  if (best === undefined) throw new Error(`No renderer is there that draws ${timeline.mode}.`);
  return best;
}
