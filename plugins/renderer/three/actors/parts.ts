import {
  BufferAttribute,
  type BufferGeometry,
  CapsuleGeometry,
  Color,
  CylinderGeometry,
  Group,
  type Material,
  Mesh,
  type Object3D,
  SphereGeometry,
} from 'three';
import type { Brush } from '../sculpt.ts';
import type { Workshop } from './form.ts';

type Triple = readonly [number, number, number];

/** Adds a part that casts a shadow. Lengths in units, turns in radians. */
export function add(
  parent: Object3D,
  geometry: BufferGeometry,
  material: Material,
  at: Triple = [0, 0, 0],
  size: Triple | number = 1,
  turn: Triple = [0, 0, 0],
): Mesh {
  const mesh = new Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.position.set(...at);
  if (typeof size === 'number') mesh.scale.setScalar(size);
  else mesh.scale.set(...size);
  mesh.rotation.set(...turn);
  parent.add(mesh);
  return mesh;
}

/** An empty joint to hang parts on. */
export function joint(parent: Object3D, at: Triple = [0, 0, 0]): Group {
  const group = new Group();
  group.position.set(...at);
  parent.add(group);
  return group;
}

/** A unit sphere: enough facets for a petal or an eye, or, `fine`, for what fills a good part of the picture. */
export const sphere = ({ once }: Workshop, fine = false): BufferGeometry =>
  once(fine ? 'fine sphere' : 'sphere', () => (fine ? new SphereGeometry(1, 36, 24) : new SphereGeometry(1, 18, 12)));

/** A round bar of radius `r` that hangs down from the origin to y = −`length`. */
export const limb = ({ once }: Workshop, r: number, length: number): BufferGeometry =>
  once(`limb ${r} ${length}`, () => new CapsuleGeometry(r, length, 6, 14).translate(0, -length / 2, 0));

/** A cone or cylinder a unit high around the origin. */
export const tube = ({ once }: Workshop, top: number, bottom: number): BufferGeometry =>
  once(`tube ${top} ${bottom}`, () => new CylinderGeometry(top, bottom, 1, 24));

/** A bright eye that looks along +x. */
export function eye(workshop: Workshop, parent: Object3D, at: Triple, r: number, aside: number): Group {
  const { palette } = workshop;
  const group = joint(parent, at);
  group.rotation.y = aside;
  const ball = sphere(workshop);
  add(group, ball, palette.paint(new Color('#ffffff'), { roughness: 0.2 }), [0, 0, 0], [r * 0.7, r, r]);
  add(
    group,
    ball,
    palette.paint(new Color('#17110f'), { roughness: 0.1 }),
    [r * 0.45, 0, 0],
    [r * 0.4, r * 0.66, r * 0.62],
  );
  const glint = palette.paint(new Color('#ffffff'), { emissive: new Color('#ffffff'), emissiveIntensity: 0.7 });
  add(group, ball, glint, [r * 0.78, r * 0.26, r * 0.18], r * 0.17);
  return group;
}

/** Colours the vertices of a geometry by where they are. */
export function tint(geometry: BufferGeometry, brush: Brush): BufferGeometry {
  const position = geometry.getAttribute('position');
  const colors = new Float32Array(position.count * 3);
  const color = new Color();
  for (let i = 0; i < position.count; i++) {
    brush(position.getX(i), position.getY(i), position.getZ(i), color);
    colors.set([color.r, color.g, color.b], i * 3);
  }
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  return geometry;
}
