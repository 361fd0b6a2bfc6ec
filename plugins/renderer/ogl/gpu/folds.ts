/** How far a point is from the border between two cells that wander around their places: 0 on the border. */
export const FOLDS = /* glsl */ `
vec2 scatter(vec2 cell) {
  vec3 p = fract(vec3(cell.xyx) * vec3(0.1031, 0.1030, 0.0973));
  p += dot(p, p.yzx + 33.33);
  return fract((p.xx + p.yz) * p.zy);
}
float folds(vec2 at, float time) {
  vec2 cell = floor(at);
  vec2 within = fract(at);
  float first = 8.0;
  float second = 8.0;
  for (int y = -1; y <= 1; y++) {
    for (int x = -1; x <= 1; x++) {
      vec2 there = vec2(float(x), float(y));
      vec2 dice = scatter(cell + there);
      vec2 seed = there + 0.5 + 0.42 * sin(time * (0.6 + 0.5 * dice.yx) + 6.2831 * dice) - within;
      float far = dot(seed, seed);
      if (far < first) { second = first; first = far; } else if (far < second) { second = far; }
    }
  }
  return sqrt(second) - sqrt(first);
}`;
