/**
 * The shape of the land, for every shader that stands something on it. `landLevel`, `landSlope`: the plane through
 * the ground line; `hills`, `waves`: 0–1, how much of either; `landClock`: seconds.
 */
export const LAND = /* glsl */ `
uniform float landLevel;
uniform float landSlope;
uniform float hills;
uniform float waves;
uniform float landClock;

float bump(vec2 p) {
  return sin(p.x) * sin(p.y);
}

float hillsAt(vec2 p) {
  float away = max(0.0, -p.y - 3.0);
  float near = 1.0 - exp(-away * 0.05);
  float rolling = bump(p * vec2(0.11, 0.16) + vec2(1.3, 0.4)) * 0.9 + bump(p * vec2(0.23, 0.29) + vec2(4.1, 2.0)) * 0.45;
  float ridges = bump(p * vec2(0.047, 0.07) + vec2(0.6, 1.9)) * 2.6;
  float tufts = bump(p * 1.9) * 0.02 + bump(p * vec2(0.8, 1.1) + 3.0) * 0.03;
  return hills * (near * (rolling + ridges * smoothstep(8.0, 40.0, away)) + tufts);
}

float wavesAt(vec2 p) {
  float t = landClock;
  float swell = sin(p.y * 0.9 + t * 1.1 + sin(p.x * 0.21 + t * 0.2) * 1.6) * 0.09;
  float chop = sin(dot(p, vec2(1.7, 1.1)) - t * 1.9) * 0.035 + sin(dot(p, vec2(-1.2, 2.3)) - t * 2.3) * 0.03;
  float ripple = sin(dot(p, vec2(4.1, 3.3)) + t * 3.1) * 0.012;
  return waves * (swell + chop + ripple);
}

float landAt(vec2 p) {
  return landLevel + landSlope * p.y + hillsAt(p) + wavesAt(p);
}

vec3 landNormal(vec2 p) {
  float e = 0.08;
  float here = hillsAt(p) + wavesAt(p);
  return normalize(vec3(here - hillsAt(p + vec2(e, 0.0)) - wavesAt(p + vec2(e, 0.0)), e, here - hillsAt(p + vec2(0.0, e)) - wavesAt(p + vec2(0.0, e))));
}
`;
