import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '../errors.ts';
import type { EventHub } from '../events/event-hub.ts';
import { replaceFile } from '../replace-file.ts';
import type { SceneDocument } from '../scenes/scene-document.ts';
import { requireSceneId } from '../scenes/scene-id.ts';
import type { SceneStore } from '../scenes/scene-store.ts';
import { insist } from '../scenes/snapshot-store.ts';
import type { Artifact, Found, SaveRequest, SearchWish } from './artifact.ts';
import { ArtifactCatalogue } from './artifact-catalogue.ts';
import { openArtifactDatabase } from './artifact-database.ts';
import { type Bundle, type BundleFile, readBundle, writeBundle } from './bundle.ts';
import type { Embedder } from './embedder.ts';
import { type BundleTools, documentOf, filesOfScene, sceneIn, stillIn, wordsIn } from './scene-bundle.ts';

export interface ArtifactTools extends BundleTools {
  readonly scenes: SceneStore;
  readonly hub: EventHub;
  readonly embedder: Embedder;
  readonly now: () => number;
}

export interface Saved {
  readonly artifact: Artifact;
  readonly warnings: readonly string[];
}

/** Where it was taken up again. */
export interface Recalled {
  readonly artifact: Artifact;
  readonly scene: { readonly scene_id: string; readonly revision: number } | null;
}

/** What was found, and what is less than it could be. */
export interface Findings {
  readonly results: readonly Found[];
  readonly warnings: readonly string[];
}

const FOLDER = 'artifacts';
const MOST_WAITED_MS = 5_000;
/** Texts that a model is given at once. */
const MOST_LEARNED = 64;

/** Saved results: bundles as files in `data/artifacts`, and a catalogue to find them in. */
export class ArtifactLibrary {
  readonly #folder: string;
  readonly #tools: ArtifactTools;
  readonly #catalogue: ArtifactCatalogue;

  constructor(dataDir: string, tools: ArtifactTools) {
    this.#folder = join(dataDir, FOLDER);
    this.#tools = tools;
    this.#catalogue = new ArtifactCatalogue(openArtifactDatabase(join(this.#folder, 'artifacts.sqlite')));
  }

  /** Saves, in the place of an earlier one of that id. @throws HostError `scene_not_found` */
  async save(request: SaveRequest): Promise<Saved> {
    const { files, warnings } = await this.#filesFor(request);
    const id = request.artifact_id ?? randomUUID();
    const before = this.#catalogue.get(id);
    const at = this.#time();
    const artifact: Artifact = {
      artifact_id: id,
      title: request.title,
      summary: request.summary ?? '',
      tags: request.tags ?? [],
      scene_entrypoint: request.scene_entrypoint ?? (files.length > 0 ? 'script.scene' : null),
      assets: request.assets ?? [],
      saved_by: request.saved_by ?? 'unknown',
      scene_id: request.scene_id ?? null,
      pinned: before?.pinned ?? false,
      archived: before?.archived ?? false,
      created_at: before?.created_at ?? at,
      updated_at: at,
      bundle_path: `${FOLDER}/${id}.zip`,
    };
    await this.#keep(artifact, files);
    return { artifact, warnings };
  }

  /** Where a provider was chosen to tell what texts are about, its model has a say; where it fails, that is a warning. */
  async search(query: string, wish: SearchWish): Promise<Findings> {
    const { embedder } = this.#tools;
    if (!embedder.chosen || wish.mode === 'lexical' || query.trim() === '')
      return { results: this.#catalogue.search(query, wish), warnings: [] };
    const asked = await embedder.embed([query], AbortSignal.timeout(MOST_WAITED_MS));
    if (typeof asked === 'string')
      return {
        results: this.#catalogue.search(query, wish),
        warnings: [`semantic: the built-in way alone, since ${asked}`],
      };
    const { model, vectors } = asked;
    const [vector = new Float32Array()] = vectors;
    const warnings = await this.#learnMissing(model);
    return { results: this.#catalogue.search(query, wish, { model, vector }), warnings };
  }

  /** Has the model look at artifacts that it has not seen: some at each search, so that none waits for long. */
  async #learnMissing(model: string): Promise<string[]> {
    const missing = this.#catalogue.unlearned(model, MOST_LEARNED + 1);
    if (missing.length === 0) return [];
    const now = missing.slice(0, MOST_LEARNED);
    const made = await this.#tools.embedder.embed(
      now.map(({ text }) => text),
      AbortSignal.timeout(MOST_WAITED_MS),
    );
    if (typeof made === 'string') return [`semantic: new artifacts by the built-in way alone, since ${made}`];
    if (made.model === model)
      this.#catalogue.learn(
        model,
        now.map(({ position }, at) => ({ position, vector: made.vectors[at] ?? new Float32Array() })),
      );
    return missing.length > now.length ? ['semantic: some artifacts are still known by the built-in way alone'] : [];
  }

  /** Null where there is none of that id. Into a scene, it becomes the newest revision of that. */
  async recall(id: string, sceneId: string | null): Promise<Recalled | null> {
    const artifact = this.#catalogue.get(id);
    if (artifact === null) return null;
    if (sceneId === null) return { artifact, scene: null };
    const scene_id = requireSceneId(sceneId);
    const document = sceneIn(await this.#bundle(artifact));
    if (document === null) throw new HostError('artifact_without_scene');
    const { scenes } = this.#tools;
    const revision = await insist(async () =>
      scenes.save(scene_id, (await scenes.read(scene_id))?.revision ?? 0, document),
    );
    return { artifact, scene: { scene_id, revision } };
  }

  /** @throws HostError `artifact_not_found` */
  mark(id: string, mark: 'pinned' | 'archived', value: boolean): void {
    if (!this.#catalogue.mark(id, mark, value)) throw new HostError('artifact_not_found');
  }

  /** The bundle as a file to carry elsewhere. @throws HostError `artifact_not_found` */
  async bundleOf(id: string): Promise<Buffer> {
    const artifact = this.#catalogue.get(id);
    if (artifact === null) throw new HostError('artifact_not_found');
    return this.#fileOf(id);
  }

  /** The picture of it, a PNG. @throws HostError `artifact_not_found`, `artifact_without_still` */
  async stillOf(id: string): Promise<Uint8Array> {
    const still = stillIn(readBundle(await this.bundleOf(id)));
    if (still === null) throw new HostError('artifact_without_still');
    return still;
  }

  /** Takes in a bundle; where its id is taken here already, under a new one. @throws HostError `bundle_unreadable` */
  async takeIn(zip: Uint8Array): Promise<Artifact> {
    const { manifest, files } = readBundle(zip);
    const { artifact_id } = manifest.artifact;
    const id = this.#catalogue.get(artifact_id) === null ? artifact_id : randomUUID();
    const artifact = {
      ...manifest.artifact,
      artifact_id: id,
      bundle_path: `${FOLDER}/${id}.zip`,
      pinned: false,
      archived: false,
    };
    await this.#keep(artifact, files);
    return artifact;
  }

  close(): void {
    this.#catalogue.close();
  }

  async #filesFor(request: SaveRequest): Promise<{ files: readonly BundleFile[]; warnings: readonly string[] }> {
    const document = await this.#documentFor(request);
    if (document === null) return { files: [], warnings: [] };
    const { still, still_png } = request;
    return filesOfScene(document, still_png == null ? (still ?? true) : Buffer.from(still_png, 'base64'), this.#tools);
  }

  async #documentFor({ scene_id, script, mode, files }: SaveRequest): Promise<SceneDocument | null> {
    if (script != null) return documentOf({ script, mode: mode ?? '2d', files: files ?? {} }, this.#tools);
    if (scene_id == null) return null;
    const scene = await this.#tools.scenes.read(requireSceneId(scene_id));
    if (scene === null) throw new HostError('scene_not_found');
    return scene.document;
  }

  /** The file is there before the catalogue names it. */
  async #keep(artifact: Artifact, files: readonly BundleFile[]): Promise<void> {
    const { artifact_id: id } = artifact;
    await mkdir(this.#folder, { recursive: true });
    await replaceFile(this.#path(id), writeBundle(artifact, files), { durable: true });
    this.#catalogue.put(artifact, wordsIn(files));
    this.#tools.hub.publish({
      event_type: 'artifact.saved',
      session_id: '',
      turn_id: id,
      timestamp: artifact.updated_at,
      actor: artifact.saved_by,
      payload: { artifact_id: id, title: artifact.title },
    });
  }

  async #bundle({ artifact_id }: Artifact): Promise<Bundle> {
    return readBundle(await this.#fileOf(artifact_id));
  }

  async #fileOf(id: string): Promise<Buffer> {
    try {
      return await readFile(this.#path(id));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new HostError('bundle_missing');
      throw error;
    }
  }

  readonly #path = (id: string): string => join(this.#folder, `${id}.zip`);
  readonly #time = (): string => new Date(this.#tools.now()).toISOString();
}
