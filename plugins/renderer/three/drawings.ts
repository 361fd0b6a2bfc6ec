import {
  type BufferGeometry,
  DoubleSide,
  Group,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type PerspectiveCamera,
  Vector3,
} from 'three';
import type { Frame, FrameDrawing, Mark } from '../../../dsl/index.ts';
import { Decals } from './decals.ts';
import type { Letterer } from './lettering.ts';
import { drawingFactor } from './placement.ts';
import { shade } from './signs.ts';
import { ribbon, type ShapeMark, slab } from './slabs.ts';
import { PIXELS_PER_UNIT, restDistance, toWorld } from './space.ts';

interface Part {
  readonly mesh: Mesh<BufferGeometry, MeshStandardMaterial | MeshBasicMaterial>;
  readonly opacity: number;
}

interface Sheet {
  readonly group: Group;
  marks: readonly Mark[];
  /** The parts by the mark they were made from: marks that stay keep their geometry while others grow. */
  parts: ReadonlyMap<string, readonly Part[]>;
}

/** Flat marks lie this far before one another, those of later drawings before those of earlier ones: what is named later covers. */
const LAYER = 0.0006;

/** Free drawings and charts: filled shapes as sheets or lit slabs, strokes as bands, labels as crisp text before them. */
export class Drawings {
  readonly group = new Group();
  readonly #sheets = new Map<string, Sheet>();
  readonly #labels = new Decals();
  readonly #letterer: Letterer;

  constructor(letterer: Letterer) {
    this.#letterer = letterer;
    this.group.add(this.#labels.group);
  }

  update(frame: Frame, camera: PerspectiveCamera, density: number): void {
    this.#labels.clear();
    const shown = new Set<string>();
    let layer = 0;
    const factor = drawingFactor(frame);
    for (const [order, entity] of frame.entities.entries()) {
      if ((entity.role !== 'drawing' && entity.role !== 'chart') || entity.opacity <= 0) continue;
      shown.add(entity.id);
      this.#show(frame, entity, { order, layer, factor }, camera, density);
      layer += entity.marks.length;
    }
    for (const [id, sheet] of this.#sheets) {
      if (shown.has(id)) continue;
      this.#sheets.delete(id);
      this.#clear(sheet, new Map());
      this.group.remove(sheet.group);
    }
  }

  #show(
    frame: Frame,
    drawing: FrameDrawing,
    { order, layer, factor }: { order: number; layer: number; factor: number },
    camera: PerspectiveCamera,
    density: number,
  ): void {
    const sheet = this.#sheets.get(drawing.id) ?? this.#open(drawing.id);
    if (sheet.marks !== drawing.marks) this.#rebuild(sheet, drawing.marks);
    const eye = new Vector3(0, 0, restDistance(frame.stage, frame.camera.fov));
    toWorld(frame.stage, drawing, sheet.group.position).sub(eye).multiplyScalar(factor).add(eye);
    sheet.group.position.z += layer * LAYER;
    sheet.group.scale.setScalar(Math.max(1e-4, drawing.scale * factor));
    sheet.group.rotation.set(0, 0, (-drawing.rotation * Math.PI) / 180);
    sheet.group.updateMatrixWorld();
    let above = 0;
    for (const parts of sheet.parts.values())
      for (const { mesh, opacity } of parts) {
        mesh.renderOrder = order + above++ / 1e4;
        mesh.material.opacity = opacity * drawing.opacity;
        mesh.material.transparent = mesh.material.opacity < 1;
        // What is seen through must not hide the glow behind it.
        mesh.material.depthWrite = !mesh.material.transparent;
      }
    for (const mark of drawing.marks) if (mark.kind === 'label') this.#label(sheet, drawing, mark, camera, density);
  }

  #open(id: string): Sheet {
    const sheet: Sheet = { group: new Group(), marks: [], parts: new Map() };
    this.#sheets.set(id, sheet);
    this.group.add(sheet.group);
    return sheet;
  }

  #rebuild(sheet: Sheet, marks: readonly Mark[]): void {
    const parts = new Map<string, readonly Part[]>();
    for (const [i, mark] of marks.entries()) {
      if (mark.kind !== 'shape') continue;
      const key = `${i} ${JSON.stringify(mark)}`;
      parts.set(key, sheet.parts.get(key) ?? build(mark, i));
    }
    this.#clear(sheet, parts);
    for (const each of parts.values()) for (const { mesh } of each) sheet.group.add(mesh);
    sheet.marks = marks;
    sheet.parts = parts;
  }

  #clear(sheet: Sheet, kept: ReadonlyMap<string, unknown>): void {
    for (const [key, parts] of sheet.parts) {
      if (kept.has(key)) continue;
      for (const { mesh } of parts) {
        sheet.group.remove(mesh);
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    }
  }

  #label(
    sheet: Sheet,
    drawing: FrameDrawing,
    mark: Extract<Mark, { kind: 'label' }>,
    camera: PerspectiveCamera,
    density: number,
  ): void {
    const opacity = mark.opacity * drawing.opacity;
    if (opacity <= 0 || mark.text === '') return;
    const { size, weight, color } = mark;
    const steps = Math.min(4, Math.max(1, 2 ** Math.ceil(Math.log2(Math.max(1, drawing.scale)) - 0.05)));
    const style = { size, weight, color, outline: shade(color), density: density * steps };
    const written = this.#letterer.write(mark.text, style);
    const decal = this.#labels.take(written.texture, opacity);
    decal.position.set(mark.x, -mark.y, mark.z).divideScalar(PIXELS_PER_UNIT);
    sheet.group.localToWorld(decal.position);
    // It faces the eye, so that it stays readable from wherever the camera looks.
    decal.quaternion.copy(camera.quaternion);
    decal.rotateZ(sheet.group.rotation.z - camera.rotation.z - (mark.rotation * Math.PI) / 180);
    const scale = sheet.group.scale.x / PIXELS_PER_UNIT;
    decal.scale.set(written.width * scale, written.height * scale, 1);
    const shift = mark.align === 'left' ? 0.5 : mark.align === 'right' ? -0.5 : 0;
    decal.translateX(shift * written.advance * scale);
    decal.translateY((written.baseline - written.height / 2 - size * 0.35) * scale);
  }

  dispose(): void {
    for (const sheet of this.#sheets.values()) this.#clear(sheet, new Map());
    this.#sheets.clear();
    this.#labels.dispose();
  }
}

/** The meshes of one mark: what fills it, and its outline a hair before it. */
function build(mark: ShapeMark, layer: number): readonly Part[] {
  const parts: Part[] = [];
  const lay = (geometry: BufferGeometry | null, make: () => Part['mesh']['material']): void => {
    if (!geometry) return;
    const mesh: Part['mesh'] = new Mesh(geometry, make());
    mesh.position.z = mark.z / PIXELS_PER_UNIT + layer * LAYER + parts.length * LAYER * 0.5;
    parts.push({ mesh, opacity: mark.opacity });
  };
  const { fill, stroke } = mark;
  if (fill)
    lay(mark.closed ? slab(mark) : null, () =>
      mark.depth > 0 ? new MeshStandardMaterial({ color: fill, roughness: 0.45 }) : flat(fill),
    );
  if (stroke) lay(ribbon(mark), () => flat(stroke));
  return parts;
}

/** What is drawn flat shows the very colour that was asked for, in any light. */
const flat = (color: string): MeshBasicMaterial =>
  new MeshBasicMaterial({ color, side: DoubleSide, toneMapped: false, fog: false }) satisfies Material;
