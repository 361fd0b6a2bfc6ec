/** What the studio keeps between two visits, or for this tab alone. A browser that forbids storage just forgets. */
const SESSION = 'opencommotion.session';
const KEY = 'opencommotion.api-key';

const remembered = (storage: () => Storage, name: string): string | null => {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
};

const remember = (storage: () => Storage, name: string, value: string): void => {
  try {
    storage().setItem(name, value);
  } catch {
    // Private windows may refuse; then it holds until the page is closed, which is all that is promised.
    return;
  }
};

/** The same for as long as this tab lives, reloads included. */
export function sessionId(): string {
  const known = remembered(() => sessionStorage, SESSION);
  if (known !== null) return known;
  const made = `studio-${crypto.randomUUID()}`;
  remember(() => sessionStorage, SESSION, made);
  return made;
}

/** The key for this host: in this tab only, never in an address or in lasting storage. */
export const apiKey = {
  read: (): string | null => remembered(() => sessionStorage, KEY),
  write: (key: string): void => remember(() => sessionStorage, KEY, key),
};

/** A choice of this person, kept for good. */
export const preference = {
  read: (name: string): string | null => remembered(() => localStorage, `opencommotion.${name}`),
  write: (name: string, value: string): void => remember(() => localStorage, `opencommotion.${name}`, value),
};
