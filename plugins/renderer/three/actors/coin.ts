import { BoxGeometry, BufferAttribute, BufferGeometry, CylinderGeometry, Group, LatheGeometry, Vector2 } from 'three';
import { copies, ring } from './copies.ts';
import type { Form, Workshop } from './form.ts';
import { puffed, through } from './outline.ts';
import { add, joint, sphere } from './parts.ts';

const RADIUS = 0.43;
const TURN_S = 2.8;
/** Half a section of the coin: radius and height, from the middle of a sunken face over the raised rim to the edge. */
const SECTION = [[0, 0.034], [0.345, 0.034], [0.362, 0.05], [0.372, 0.056], [0.412, 0.056], [0.424, 0.05], [RADIUS, 0.036]] as const; // biome-ignore format: a table

/** A gold coin with a milled edge, a star in relief on one side and a one on the other. */
export function coin(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  const gold = palette.paint('body', {
    roughness: 0.26,
    metalness: 0.55,
    emissive: palette.color('body'),
    emissiveIntensity: 0.07,
  });
  const shade = palette.paint('edge', { roughness: 0.34, metalness: 0.7 });
  const field = palette.paint(palette.color('body').lerp(palette.color('edge'), 0.9), {
    roughness: 0.5,
    metalness: 0.25,
  });
  const sunken = once('sunken', () => new CylinderGeometry(0.345, 0.345, 0.072, 64).rotateX(Math.PI / 2));
  add(turned, sunken, field).castShadow = false;
  const blank = once('blank', () => {
    const upper = SECTION.map(([r, y]) => new Vector2(r, y));
    const lower = SECTION.map(([r, y]) => new Vector2(r, -y)).toReversed();
    return new LatheGeometry([...lower, ...upper], 72).rotateX(Math.PI / 2);
  });
  add(turned, blank, gold);
  const milling = once('milling', () => copies(new BoxGeometry(0.02, 0.034, 0.086), ring(72, RADIUS - 0.0155)));
  add(turned, milling, shade);
  const beads = once('beads', () =>
    copies(sphere(workshop).clone().scale(0.011, 0.011, 0.008), [
      ...ring(40, 0.318, 0.035),
      ...ring(40, 0.318, -0.035),
    ]),
  );
  add(turned, beads, gold).castShadow = false;
  add(turned, once('star', facetedStar), gold, [0, 0, 0.034]);
  const one = once('one', () =>
    puffed(
      (pen) =>
        through(pen, [
          [-0.1, -0.2],
          [0.12, -0.2],
          [0.12, -0.14],
          [0.055, -0.14],
          [0.055, 0.2],
          [0, 0.2],
          [-0.1, 0.13],
          [-0.1, 0.06],
          [-0.035, 0.1],
          [-0.035, -0.14],
          [-0.1, -0.14],
        ]),
      0.01,
      0.018,
    ),
  );
  add(turned, one, gold, [0, 0, -0.036], 1, [0, Math.PI, 0]);
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      turned.rotation.y = animation === 'spin' ? (clock / TURN_S) * Math.PI * 2 : 0.42;
    },
  };
}

/** A five-pointed star in relief: ten facets that rise to a peak in the middle, so that each takes its own light. */
function facetedStar(): BufferGeometry {
  const corners = ring(10, 1).map(({ at: [x, y] }, i) => (i % 2 === 0 ? [x * 0.26, y * 0.26] : [x * 0.108, y * 0.108]));
  const facets = corners.flatMap(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = corners[(i + 1) % corners.length] ?? [];
    return [0, 0, 0.03, nextX, nextY, 0.004, x, y, 0.004];
  });
  const star = new BufferGeometry();
  star.setAttribute('position', new BufferAttribute(new Float32Array(facets), 3));
  star.setAttribute('uv', new BufferAttribute(new Float32Array((facets.length / 3) * 2), 2));
  star.computeVertexNormals();
  return star;
}
