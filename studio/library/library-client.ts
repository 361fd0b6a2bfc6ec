import type { Mode } from '../../dsl/index.ts';
import type { HostClient } from '../link/host-client.ts';
import type { FoundArtifact } from '../link/host-schemas.ts';

/** What is kept of the scene that stands in the editor. */
export interface Keepsake {
  readonly title: string;
  readonly tags: readonly string[];
  readonly script: string;
  readonly mode: Mode;
  readonly files: Readonly<Record<string, string>>;
  /** PNG; null: the host draws one where it can. */
  readonly still: Blob | null;
}

export interface RecalledScene {
  readonly scene_id: string;
  readonly revision: number;
  readonly script: string;
  readonly mode: Mode;
  readonly files: Readonly<Record<string, string>>;
}

const at = (id: string): string => encodeURIComponent(id);

/** What the studio asks of the host's saved scenes. Every failure is a `HostError`. */
export class LibraryClient {
  private readonly host: HostClient;

  constructor(host: HostClient) {
    this.host = host;
  }

  /** Of no words: the newest. The pinned ones come first. */
  async search(words: string, archived: boolean, signal: AbortSignal): Promise<readonly FoundArtifact[]> {
    const query = new URLSearchParams({ q: words, limit: '100', archived: String(archived) });
    return (await this.host.json(`v1/artifacts/search?${query}`, 'found', undefined, signal)).results;
  }

  /** Resolves to what is less than it could be. */
  async save({ still, ...scene }: Keepsake): Promise<readonly string[]> {
    const still_png = still === null ? {} : { still_png: await base64Of(still) };
    const body = { ...scene, ...still_png, saved_by: 'studio' };
    return (await this.host.json('v1/artifacts/save', 'saved', body)).warnings ?? [];
  }

  /** Makes it the newest revision of that scene. */
  async recall(id: string, sceneId: string): Promise<RecalledScene> {
    const { scene } = await this.host.json(`v1/artifacts/recall/${at(id)}`, 'recalled', { scene_id: sceneId });
    const { script, mode, files } = await this.host.json(`v2/scenes/${at(scene.scene_id)}`, 'scene');
    return { ...scene, script, mode, files };
  }

  async mark(id: string, mark: 'pin' | 'archive', value: boolean): Promise<void> {
    await this.host.json(`v1/artifacts/${mark}/${at(id)}`, 'done', { value });
  }

  async still(id: string): Promise<Blob> {
    return (await this.host.ask(`v2/artifacts/${at(id)}/still`, {})).blob();
  }

  /** A zip that another host can take in. */
  async bundle(id: string): Promise<Blob> {
    return (await this.host.ask(`v2/artifacts/${at(id)}/bundle`, {})).blob();
  }

  /** Resolves to its title. */
  async takeIn(bundle: Blob): Promise<string> {
    const zip = new Blob([bundle], { type: 'application/zip' });
    return (await this.host.json('v2/artifacts/import', 'takenIn', zip)).artifact.title;
  }
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
