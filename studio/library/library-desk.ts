import { type ReadonlySignal, signal } from '@preact/signals-core';
import { HostError } from '../link/host-error.ts';
import type { FoundArtifact } from '../link/host-schemas.ts';
import { readWarning } from '../warning-text.ts';
import type { Keepsake, LibraryClient, RecalledScene } from './library-client.ts';

export interface LibraryNeeds {
  readonly client: () => Pick<LibraryClient, 'search' | 'save' | 'recall' | 'mark' | 'still' | 'bundle' | 'takeIn'>;
  /** The scene that a saved one is taken up in. */
  readonly sceneId: () => string;
  /** Puts a saved scene on the stage. */
  readonly perform: (scene: RecalledScene) => Promise<void>;
}

/** What a person should know of what was done last. */
export interface LibraryNote {
  readonly kind: 'warning' | 'error';
  readonly text: string;
  readonly cure: string | null;
  readonly code: string | null;
}

/** Saved scenes: what is asked for, what was found, and what is done with it. */
export class LibraryDesk {
  private readonly needs: LibraryNeeds;
  private readonly foundSignal = signal<readonly FoundArtifact[] | null>(null);
  private readonly archivedSignal = signal(false);
  private readonly busySignal = signal<string | null>(null);
  private readonly noteSignal = signal<LibraryNote | null>(null);
  private readonly stills = new Map<string, Promise<string | null>>();
  private words = '';
  private asking: AbortController | null = null;

  constructor(needs: LibraryNeeds) {
    this.needs = needs;
  }

  /** Null until the first answer has come. */
  get found(): ReadonlySignal<readonly FoundArtifact[] | null> {
    return this.foundSignal;
  }
  /** Whether what was archived is looked at. */
  get archived(): ReadonlySignal<boolean> {
    return this.archivedSignal;
  }
  /** What takes a moment, in words; null: nothing. */
  get busy(): ReadonlySignal<string | null> {
    return this.busySignal;
  }

  get note(): ReadonlySignal<LibraryNote | null> {
    return this.noteSignal;
  }

  /** Asks for what fits the words; an earlier question that was not answered yet is dropped. */
  async search(words = this.words): Promise<void> {
    this.words = words;
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    try {
      const found = await this.needs.client().search(words, this.archivedSignal.value, asking.signal);
      if (!asking.signal.aborted) this.foundSignal.value = found;
    } catch (error) {
      if (!asking.signal.aborted) this.trouble(error);
    }
  }

  async setArchived(archived: boolean): Promise<void> {
    this.archivedSignal.value = archived;
    await this.search();
  }

  async save(makeKeepsake: () => Promise<Keepsake>): Promise<void> {
    await this.during('Saving…', async () => {
      const keepsake = await makeKeepsake();
      const warnings = await this.needs.client().save(keepsake);
      this.archivedSignal.value = false;
      await this.search('');
      const [first] = warnings.map(readWarning);
      if (first) this.noteSignal.value = { kind: 'warning', text: first.message, cure: null, code: first.code };
    });
  }

  /** True once it is on the stage. */
  async play({ artifact_id }: FoundArtifact): Promise<boolean> {
    return this.during('Taking it out…', async () => {
      await this.needs.perform(await this.needs.client().recall(artifact_id, this.needs.sceneId()));
    });
  }

  async mark(artifact: FoundArtifact, mark: 'pin' | 'archive', value: boolean): Promise<void> {
    await this.during('One moment…', async () => {
      await this.needs.client().mark(artifact.artifact_id, mark, value);
      await this.search();
    });
  }

  /** The bundle as a file; null where it could not be had. */
  async bundle({ artifact_id }: FoundArtifact): Promise<Blob | null> {
    let bundle: Blob | null = null;
    await this.during('Packing it…', async () => {
      bundle = await this.needs.client().bundle(artifact_id);
    });
    return bundle;
  }

  async takeIn(file: Blob): Promise<void> {
    await this.during('Unpacking it…', async () => {
      await this.needs.client().takeIn(file);
      await this.search('');
    });
  }

  /** The address of its picture, fetched once; null where it has none. */
  still({ artifact_id, updated_at }: FoundArtifact): Promise<string | null> {
    const key = `${artifact_id} ${updated_at}`;
    const known = this.stills.get(key);
    if (known !== undefined) return known;
    const fetched = this.needs
      .client()
      .still(artifact_id)
      .then(
        (blob) => URL.createObjectURL(blob),
        (error: unknown) => {
          if (!(error instanceof HostError && (error.status === 404 || error.status === 410))) this.trouble(error);
          return null;
        },
      );
    this.stills.set(key, fetched);
    return fetched;
  }

  private trouble(error: unknown): void {
    const { cure, code } = error instanceof HostError ? error : { cure: null, code: null };
    const text = error instanceof Error ? error.message : String(error);
    this.noteSignal.value = { kind: 'error', text, cure, code };
  }

  private async during(what: string, run: () => Promise<void>): Promise<boolean> {
    this.noteSignal.value = null;
    this.busySignal.value = what;
    try {
      await run();
      return true;
    } catch (error) {
      this.trouble(error);
      return false;
    } finally {
      this.busySignal.value = null;
    }
  }
}
