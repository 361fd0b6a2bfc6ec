/** Vertex code of everything that grows in the meadow as instances; it follows `LAND` and needs these declarations. */
export const PLANT_VARYINGS = /* glsl */ `
uniform float grown;
varying float along;
varying float lush;
`;

/** Replaces `begin_vertex`: `along` is the height within the plant, `lush` its share of luck, both 0–1. */
export const SWAY = /* glsl */ `
vec3 transformed = position;
vec2 foot = instanceMatrix[3].xz;
along = position.y;
lush = fract(sin(dot(foot, vec2(12.9898, 78.233))) * 43758.5453);
float gust = sin(foot.x * 0.55 + foot.y * 0.35 - landClock * 1.5) * 0.5 + sin(foot.x * 1.9 + landClock * 2.6 + lush * 20.0) * 0.28;
transformed.y *= grown;
transformed *= 1.0 - riverAt(foot, 0.5);
`;

/** Replaces `project_vertex`: the foot on the land, the head bent by the gust. `point` is the place in the world. */
export const STAND = /* glsl */ `
vec4 point = instanceMatrix * vec4(transformed, 1.0);
point.x += gust * 0.3 * along * along * grown * instanceMatrix[1][1];
point.y += landLevel + landSlope * foot.y + (hills - 1.0) * instanceMatrix[3].y;
vec4 mvPosition = viewMatrix * point;
gl_Position = projectionMatrix * mvPosition;
`;
