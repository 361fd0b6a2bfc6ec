import {
  decodeImage,
  MEDIA_LIMITS,
  MediaFault,
  type ModelFile,
  parentsOf,
  readModel,
} from '../../../../contract/index.ts';
import { firstAnimation } from './animation.ts';
import { apply, type Matrix, multiply, placed, UNMOVED } from './matrix.ts';
import type { Model, ModelNode, ModelPart } from './model.ts';
import { partOf } from './part.ts';
import { poseAt } from './pose.ts';
import { skinned } from './skin.ts';

/** A model is shown turned by this much, radians: from the front it would be flat. */
const TURN = -0.55;
const TILT = 0.3;

/** @throws MediaFault where the model cannot be shown */
export async function loadModel(path: string, fetchFile: (path: string) => Promise<Blob>): Promise<Model> {
  const file = await readModel(path, fetchFile, MEDIA_LIMITS);
  const images = await Promise.all(file.images.map(async (blob) => (await decodeImage(blob, MEDIA_LIMITS)).bitmap));
  const parents = parentsOf(file.document);
  const nodes = nodesOf(file, parents);
  const order = orderOf(parents);
  const shown = shownNodes(file, parents, order);
  const parts = (file.document.nodes ?? []).flatMap((node, at) =>
    shown.has(at) && node.mesh !== undefined
      ? (file.document.meshes?.[node.mesh]?.primitives ?? []).flatMap(
          (primitive) => partOf(file, at, node, primitive, images) ?? [],
        )
      : [],
  );
  if (parts.length === 0) throw new MediaFault('unsupported', 'it shows no surface');
  const still = { nodes, order, animation: null };
  const seen = viewOf(parts, poseAt(still, 0));
  return { parts, nodes, order, animation: firstAnimation(file), ...seen, triangles: file.triangles };
}

const nodesOf = ({ document }: ModelFile, parents: readonly number[]): readonly ModelNode[] =>
  (document.nodes ?? []).map(({ matrix, translation, rotation, scale }, at) => ({
    parent: parents[at] ?? -1,
    matrix: matrix ?? null,
    move: translation ?? [0, 0, 0],
    turn: rotation ?? [0, 0, 0, 1],
    scale: scale ?? [1, 1, 1],
  }));

function orderOf(parents: readonly number[]): readonly number[] {
  const depth = (at: number): number => {
    let steps = 0;
    for (let above = parents[at] ?? -1; above >= 0; above = parents[above] ?? -1) steps++;
    return steps;
  };
  const depths = parents.map((_, at) => depth(at));
  return [...parents.keys()].sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0));
}

/** What hangs on the roots of the file's scene; all, where it names none. */
function shownNodes(
  { document }: ModelFile,
  parents: readonly number[],
  order: readonly number[],
): ReadonlySet<number> {
  const roots = document.scenes?.[document.scene ?? 0]?.nodes;
  if (!roots) return new Set(parents.keys());
  const shown = new Set(roots);
  for (const at of order) if (shown.has(parents[at] ?? -1)) shown.add(at);
  return shown;
}

/** Looks at the model at rest a little from the side and from above, and fits what is seen. */
function viewOf(parts: readonly ModelPart[], world: readonly Matrix[]): Pick<Model, 'turned' | 'fitted' | 'aspect'> {
  const turned = multiply(
    placed([0, 0, 0], [Math.sin(TILT / 2), 0, 0, Math.cos(TILT / 2)], [1, 1, 1]),
    placed([0, 0, 0], [0, Math.sin(TURN / 2), 0, Math.cos(TURN / 2)], [1, 1, 1]),
  );
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    const { positions } = part.skin ? skinned(part, part.skin, world) : part;
    const m = multiply(turned, part.skin ? UNMOVED : (world[part.node] ?? UNMOVED));
    for (let at = 0; at + 2 < positions.length; at += 3) {
      for (const [axis, value] of apply(
        m,
        positions[at] ?? 0,
        positions[at + 1] ?? 0,
        positions[at + 2] ?? 0,
      ).entries()) {
        low[axis] = Math.min(low[axis] ?? 0, value);
        high[axis] = Math.max(high[axis] ?? 0, value);
      }
    }
  }
  const span = (axis: number): number => Math.max(1e-6, (high[axis] ?? 0) - (low[axis] ?? 0));
  const middle = (axis: number): number => ((high[axis] ?? 0) + (low[axis] ?? 0)) / 2;
  if (![0, 1, 2].every((axis) => Number.isFinite(span(axis))))
    throw new MediaFault('corrupt', 'its corners lie nowhere');
  const scale = [2 / span(0), 2 / span(1), 0.5 / Math.max(span(0), span(1), span(2))] as const;
  const fitted = placed(
    [0, 1, 2].map((axis) => -middle(axis) * (scale[axis] ?? 1)),
    [0, 0, 0, 1],
    scale,
  );
  return { turned, fitted, aspect: span(0) / span(1) };
}
