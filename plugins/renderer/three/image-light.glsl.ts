export const ENVIRONMENT_VERTEX = /* glsl */ `
varying vec3 direction;
void main() {
  direction = position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** What is around, as seen from the middle of the stage, relative to its brightest colour. */
export const ENVIRONMENT_FRAGMENT = /* glsl */ `
uniform vec3 top, horizon, floor, key, toKey;
uniform float indoors;
varying vec3 direction;
float pane(vec2 p, vec2 half_size, float soft) {
  vec2 inside = 1.0 - smoothstep(half_size - soft, half_size + soft, abs(p));
  return inside.x * inside.y;
}
/** A lit rectangle square to the direction \`to\`; \`p\` is measured at the distance one. */
vec2 spot(vec3 d, vec3 to, out float before) {
  vec3 aside = normalize(cross(vec3(0.0, 1.0, 0.0), to));
  before = dot(d, to);
  return vec2(dot(d, aside), dot(d, cross(to, aside))) / max(0.05, before);
}
void main() {
  vec3 d = normalize(direction);
  vec3 above = mix(horizon, top, sqrt(max(0.0, d.y)));
  vec3 below = floor * (0.55 + 0.45 * smoothstep(0.0, -0.7, d.y));
  vec3 light = mix(below, above, smoothstep(-0.05, 0.05, d.y));
  float near_key = dot(d, toKey);
  vec3 sun = key * (6.0 * smoothstep(0.975, 0.992, near_key) + 0.7 * exp((near_key - 1.0) * 12.0));

  // Indoors: a window with a cross before the viewer on the side of the light, a soft box over the other shoulder.
  float before;
  float side = toKey.x < 0.0 ? -1.0 : 1.0;
  vec2 p = spot(d, normalize(vec3(side * 0.75, 0.5, 0.65)), before);
  float glass = pane(p, vec2(0.34, 0.46), 0.03) * (1.0 - pane(p, vec2(0.025, 1.0), 0.012)) * (1.0 - pane(p, vec2(1.0, 0.025), 0.012));
  vec3 room = key * 5.0 * glass * step(0.0, before);
  p = spot(d, normalize(vec3(side * -0.9, 0.25, 0.35)), before);
  room += mix(top, key, 0.5) * 1.6 * pane(p, vec2(0.12, 0.6), 0.1) * step(0.0, before);
  room += key * 0.5 * smoothstep(0.55, 0.95, d.y);
  gl_FragColor = vec4(mix(light + sun, light * 0.8 + room, indoors), 1.0);
}`;
