import { Mesh, type MeshStandardMaterial, type Object3D } from 'three';
import type { Palette } from './palette.ts';

/**
 * Half-faded bodies as one sheet: before a body is drawn see-through, its nearest surfaces are written to the depth
 * alone, so that no leg shines through the belly. Each part lends its own material, so that both passes meet exactly.
 */
export class Veil {
  #twins: readonly Mesh[] | null = null;
  readonly #materials = new Map<MeshStandardMaterial, MeshStandardMaterial>();
  readonly #root: Object3D;
  readonly #palette: Palette;

  constructor(root: Object3D, palette: Palette) {
    this.#root = root;
    this.#palette = palette;
  }

  /** Is laid over an actor that is there by `opacity`; `order` is that of its parts. */
  update(opacity: number, order: number): void {
    const faded = opacity > 0 && opacity < 1;
    if (!faded && !this.#twins) return;
    this.#twins ??= this.#lay();
    for (const twin of this.#twins) {
      twin.visible = faded;
      twin.renderOrder = order - 0.5;
    }
  }

  #lay(): readonly Mesh[] {
    const bodies: { part: Mesh; material: MeshStandardMaterial }[] = [];
    this.#root.traverse((part) => {
      if (!(part instanceof Mesh)) return;
      const material = this.#palette.materials.find((each) => each === part.material);
      if (material && material.userData.translucent !== true) bodies.push({ part, material });
    });
    return bodies.map(({ part, material }) => {
      const twin = new Mesh(part.geometry, this.#bare(material));
      twin.userData.veil = true;
      part.add(twin);
      return twin;
    });
  }

  #bare(material: MeshStandardMaterial): MeshStandardMaterial {
    const known = this.#materials.get(material);
    if (known) return known;
    const bare = material.clone();
    bare.onBeforeCompile = material.onBeforeCompile;
    bare.customProgramCacheKey = material.customProgramCacheKey;
    bare.colorWrite = false;
    bare.depthWrite = true;
    // Drawn among the see-through, so that it comes right before its own actor.
    bare.transparent = true;
    this.#materials.set(material, bare);
    return bare;
  }

  dispose(): void {
    for (const material of this.#materials.values()) material.dispose();
  }
}
