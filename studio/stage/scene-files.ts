import { MEDIA_LIMITS, mediaTypeOf } from '../../plugins/contract/index.ts';

/** What a scene on the stage can name: files that somebody has dropped onto the page, then those of the host. */
export class SceneFiles {
  private readonly served: (path: string) => Promise<Blob>;
  private readonly dropped = new Map<string, Blob>();

  /** `served`: the host's files, by path. */
  constructor(served: (path: string) => Promise<Blob>) {
    this.served = served;
  }

  /** Keeps a file until the page is closed. Returns why it can't be used, or null. */
  async keep(file: File): Promise<string | null> {
    if (file.size > MEDIA_LIMITS.fileBytes) return `“${file.name}” is larger than 32 MiB.`;
    const isBuffer = file.name.endsWith('.bin');
    if (!isBuffer && mediaTypeOf(new Uint8Array(await file.arrayBuffer())) === null) {
      return `“${file.name}” is neither an image (png, jpeg, webp, gif, svg) nor a glTF model.`;
    }
    this.dropped.set(file.name, file);
    return null;
  }

  /** A dropped file goes by its name, in whatever folder the script looks for it. */
  readonly fetchFile = async (path: string): Promise<Blob> => {
    const name = path.split('/').at(-1) ?? path;
    return this.dropped.get(name) ?? this.served(path);
  };
}
