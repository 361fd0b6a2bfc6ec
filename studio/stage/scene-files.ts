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
    const { fileDefect } = await import('./file-defect.ts');
    const defect = await fileDefect(file);
    if (defect !== null) return defect;
    this.dropped.set(file.name, file);
    return null;
  }

  /** A dropped file goes by its name, in whatever folder the script looks for it. */
  readonly fetchFile = async (path: string): Promise<Blob> => {
    const name = path.split('/').at(-1) ?? path;
    return this.dropped.get(name) ?? this.served(path);
  };
}
