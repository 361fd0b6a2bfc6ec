/**
 * Who may use which route. `open`: anyone. `loopback`: this machine without a key, others like any guarded route.
 * `guarded`: with a key, or from a trusted address, as the mode has it.
 */
export type Access = 'open' | 'loopback' | 'guarded';

const OPEN = new Set([
  '/health',
  '/openapi.json',
  '/v1/runtime/capabilities',
  '/v2/runtime/capabilities',
  '/v1/voice/capabilities',
  '/v1/llm/capabilities',
  // Modules of third-party renderers: a browser imports them without a header.
  '/plugins/renderer/:id/*',
]);
const OPEN_BELOW = ['/docs'];
const GUARDED_BELOW = ['/v1', '/v2', '/plugins'];

const below = (route: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => route === prefix || route.startsWith(`${prefix}/`));

/**
 * Decided by the route that matched, never by the path as it was written: `/%76%32/orchestrate` matches the same route.
 * `undefined`: none matched, and the answer will be 404.
 */
export function accessOf(route: string | undefined): Access {
  if (route === undefined) return 'open';
  if (route === '/metrics') return 'loopback';
  if (OPEN.has(route) || below(route, OPEN_BELOW)) return 'open';
  // What is left is the studio: its page and its assets.
  return below(route, GUARDED_BELOW) ? 'guarded' : 'open';
}
