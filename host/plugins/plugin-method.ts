/** How methods of something unknown are reached: bound, and only if they are functions. */
export type Method = (...given: readonly unknown[]) => unknown;

export function optionalMethod(plugin: unknown, name: string): Method | null {
  const found: unknown = typeof plugin === 'object' && plugin !== null ? Reflect.get(plugin, name) : undefined;
  if (found === undefined || found === null) return null;
  if (typeof found !== 'function') throw new TypeError(`"${name}" is not a function`);
  return (...given) => Reflect.apply(found, plugin, given);
}

export function method(plugin: unknown, name: string): Method {
  const found = optionalMethod(plugin, name);
  if (found === null) throw new TypeError(`it has no method "${name}"`);
  return found;
}
