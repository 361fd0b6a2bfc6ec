import { Group } from 'three';
import type { Frame, FramePicture } from '../../../../dsl/index.ts';
import { MEDIA_LIMITS, type MediaState } from '../../../contract/index.ts';
import { placeActor } from '../placement.ts';
import type { Reports } from '../reports.ts';
import { hungImage } from './hung-image.ts';
import type { PictureShelf } from './picture-shelf.ts';
import type { Shown } from './shown.ts';
import { standingModel } from './standing-model.ts';

/** Between pictures that lie in one plane, units, so that the later covers the earlier. */
const SHEET = 0.002;

/** The images and models of a frame, each thing's in a stand of its own, kept while the scene names it. */
export class Gallery {
  readonly group = new Group();
  readonly #shelf: PictureShelf;
  readonly #reports: Reports;
  readonly #stands = new Map<string, Shown>();

  constructor(shelf: PictureShelf, reports: Reports) {
    this.#shelf = shelf;
    this.#reports = reports;
  }

  /** Bytes of texture memory. */
  get bytes(): number {
    return [...this.#stands.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /**
   * Shows what has come of them. Returns those that have failed: each is reported, and is to be shown as a card.
   * @param mirrored whether metal has surroundings to mirror
   */
  update(frame: Frame, mirrored: boolean): ReadonlySet<FramePicture> {
    const cards = new Set<FramePicture>();
    const shown = new Set<string>();
    let bytes = 0;
    for (const [order, entity] of frame.entities.entries()) {
      if (entity.role !== 'picture') continue;
      // Fetched before it is seen, so that it is there when it appears.
      this.#stateOf(entity);
      if (entity.opacity <= 0 || entity.scale <= 0) continue;
      const key = JSON.stringify([entity.id, entity.kind, entity.source]);
      const stand = this.#stands.get(key) ?? this.#raise(key, entity);
      if (stand && bytes + stand.bytes <= MEDIA_LIMITS.textureBytes) {
        bytes += stand.bytes;
        shown.add(key);
        place(frame, entity, stand, order, mirrored);
        this.#admit(entity);
      } else if (stand) {
        const message = `"${entity.source}" is shown as a card: its frame shows more images than fit in memory.`;
        this.#reports.add('texture-memory', message);
        cards.add(entity);
      } else if (this.#isLost(entity)) cards.add(entity);
    }
    for (const [key, { root }] of this.#stands) root.visible = shown.has(key);
    this.#clear(shown);
    return cards;
  }

  #stateOf({ kind, source }: FramePicture): MediaState<unknown> {
    return kind === 'image' ? this.#shelf.images.get(source) : this.#shelf.models.get(source);
  }

  #raise(key: string, { kind, source }: FramePicture): Shown | null {
    const made = kind === 'image' ? this.#image(source) : this.#model(source);
    if (!made) return null;
    this.#stands.set(key, made);
    this.group.add(made.root);
    return made;
  }

  #image(source: string): Shown | null {
    const held = this.#shelf.images.get(source);
    return held.state === 'there' ? hungImage(held.value) : null;
  }

  #model(source: string): Shown | null {
    const held = this.#shelf.models.get(source);
    return held.state === 'there' ? standingModel(held.value) : null;
  }

  /** Says that an image is not as fine as its file. */
  #admit({ kind, source }: FramePicture): void {
    const held = kind === 'image' ? this.#shelf.images.get(source) : null;
    if (held?.state !== 'there' || !held.value.shrunkFrom) return;
    const { width, height } = held.value.shrunkFrom;
    this.#reports.add('picture-shrunk', `"${source}" has ${width} × ${height} pixels and was scaled down to fit.`);
  }

  /** Says why something is not shown; true if it never will be. */
  #isLost(entity: FramePicture): boolean {
    const { kind, source } = entity;
    const held = this.#stateOf(entity);
    if (held.state === 'failed') {
      const why = `The ${kind} "${source}" is shown as a card with its name: ${held.fault.message}.`;
      this.#reports.add(`picture-${held.fault.code}`, why);
    } else this.#reports.add('still-loading', `"${source}" is still loading; it is left out until then.`);
    return held.state === 'failed';
  }

  /** Takes down what is not shown when all together are more than the memory. */
  #clear(shown: ReadonlySet<string>): void {
    for (const [key, stand] of this.#stands) {
      if (this.bytes <= MEDIA_LIMITS.textureBytes) return;
      if (!shown.has(key)) this.#takeDown(key, stand);
    }
  }

  #takeDown(key: string, stand: Shown): void {
    this.#stands.delete(key);
    this.group.remove(stand.root);
    stand.dispose();
  }

  dispose(): void {
    for (const [key, stand] of this.#stands) this.#takeDown(key, stand);
  }
}

function place(frame: Frame, entity: FramePicture, { root, pose }: Shown, order: number, mirrored: boolean): void {
  const { position, factor } = placeActor(frame, entity);
  root.position.copy(position);
  root.position.z += order * SHEET;
  root.rotation.set(0, 0, (-entity.rotation * Math.PI) / 180);
  root.scale.setScalar(Math.max(1e-4, entity.scale * factor));
  pose(entity, frame.at_ms / 1000, mirrored);
  root.traverse((part) => {
    part.renderOrder = order;
  });
}
