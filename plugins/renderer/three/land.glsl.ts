/** The river of a valley: it comes from between the hills and bends away to the side. `river`: 0–1, how much of it there is. */
export const RIVER = /* glsl */ `
uniform float river;

/** How much of a place (x, z) lies under water, 0–1, over a bank of width soft. */
float riverAt(vec2 place, float soft) {
  float bed = sin(place.y * 0.14 + 0.6) * 2.6 + sin(place.y * 0.055) * 3.0 - 0.6 - 5.0 * smoothstep(-14.0, -3.0, place.y);
  float wide = 1.1 + 0.1 * max(0.0, -place.y);
  return river * (1.0 - smoothstep(wide, wide + soft, abs(place.x - bed))) * (1.0 - smoothstep(-4.0, -2.6, place.y));
}
`;

/**
 * The lie of the land, for every shader that stands something on it. `landLevel`, `landSlope`: the plane through the
 * ground line; `hills`, `waves`: 0–1, how much of either; `landClock`: seconds. Hills never change, so their height
 * comes with the geometry (see `hillAt`).
 */
export const LAND = /* glsl */ `
${RIVER}
uniform float landLevel;
uniform float landSlope;
uniform float hills;
uniform float waves;
uniform float landClock;

float wavesAt(vec2 p) {
  if (waves == 0.0) return 0.0;
  float t = landClock;
  float swell = sin(p.y * 0.9 + t * 1.1 + sin(p.x * 0.21 + t * 0.2) * 1.6) * 0.06;
  float chop = sin(dot(p, vec2(1.7, 1.1)) - t * 1.9) * 0.022 + sin(dot(p, vec2(-1.2, 2.3)) - t * 2.3) * 0.018;
  float ripple = sin(dot(p, vec2(4.1, 3.3)) + t * 3.1) * 0.012;
  return waves * (swell + chop + ripple);
}
`;
