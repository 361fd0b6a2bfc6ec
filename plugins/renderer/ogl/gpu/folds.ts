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

/** Light that a moving surface of water gathers: soft threads that swell, thin out and part, no closed net. Needs `FOLDS`. */
export const CAUSTICS = /* glsl */ `
float caustics(vec2 at, float time) {
  vec2 bent = at + 0.3 * vec2(sin(at.y * 1.6 + time * 0.7), cos(at.x * 1.3 - time * 0.6));
  float fine = folds(bent, time) / 0.2;
  float broad = folds(bent * 0.55 + 3.7, time * 0.7 + 4.0) / 0.3;
  float threads = 1.0 / (1.0 + fine * fine * fine);
  float swell = 1.0 / (1.0 + broad * broad);
  return threads * (0.16 + 0.84 * swell) + 0.3 * swell * swell;
}`;
