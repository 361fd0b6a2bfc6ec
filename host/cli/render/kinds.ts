import { extname } from 'node:path';
import { UsageFault } from '../faults.ts';

/** What `render` can make, by the ending of the file. */
export type OutputKind =
  | { readonly kind: 'still'; readonly type: 'image/png' | 'image/webp' }
  | { readonly kind: 'sequence'; readonly type: 'image/png' | 'image/webp'; readonly nameOf: (index: number) => string }
  | { readonly kind: 'film'; readonly format: 'mp4' | 'webm' | 'gif' }
  | { readonly kind: 'captions'; readonly format: 'vtt' | 'srt' };

const PICTURES = { '.png': 'image/png', '.webp': 'image/webp' } as const;
const FILMS = { '.mp4': 'mp4', '.webm': 'webm', '.gif': 'gif' } as const;
const CAPTIONS = { '.vtt': 'vtt', '.srt': 'srt' } as const;

/** The number of a frame in a file name, as in printf: `%d`, `%04d`. */
const COUNTER = /%(?:0(\d))?d/;

const known = <T extends object>(table: T, ending: string): T[keyof T] | null =>
  Object.hasOwn(table, ending) ? table[ending as keyof T] : null;

/** @throws UsageFault for an ending that `render` does not know */
export function outputKind(path: string): OutputKind {
  const ending = extname(path).toLowerCase();
  const picture = known(PICTURES, ending);
  if (picture && COUNTER.test(path)) {
    const nameOf = (index: number): string =>
      path.replace(COUNTER, (_, digits?: string) => String(index).padStart(Number(digits ?? 1), '0'));
    return { kind: 'sequence', type: picture, nameOf };
  }
  if (picture) return { kind: 'still', type: picture };
  const film = known(FILMS, ending);
  if (film) return { kind: 'film', format: film };
  const captions = known(CAPTIONS, ending);
  if (captions) return { kind: 'captions', format: captions };
  const endings = [...Object.keys(PICTURES), ...Object.keys(FILMS), ...Object.keys(CAPTIONS)].join(', ');
  throw new UsageFault(
    `"${path}" does not say what to make: its name must end in one of ${endings}. For single frames write %04d into it.`,
  );
}
