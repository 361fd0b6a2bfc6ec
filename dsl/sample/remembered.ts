/** Makes a thing ready once for each of its states; a state is known by identity, and belongs to one name. */
export function remembered<S extends object, T>(make: (state: S, id: string) => T): (state: S, id: string) => T {
  const known = new WeakMap<S, { readonly id: string; readonly made: T }>();
  return (state, id) => {
    const before = known.get(state);
    if (before && before.id === id) return before.made;
    const made = make(state, id);
    if (!before) known.set(state, { id, made });
    return made;
  };
}
