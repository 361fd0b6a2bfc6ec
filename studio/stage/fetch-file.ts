/** A path of a script as part of an address: the slashes between its folders stay. */
export const escapedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Fetches what a script names from below `base`; the error says why in the server's own words. */
export const fetchBelow =
  (base: URL) =>
  async (path: string): Promise<Blob> => {
    const response = await fetch(new URL(escapedPath(path), base));
    if (response.ok) return response.blob();
    const why = (await response.text()).slice(0, 200);
    throw new Error(why === '' ? `it could not be fetched (${response.status})` : why);
  };
