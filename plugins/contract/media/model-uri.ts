import { MediaFault } from './media-fault.ts';

const DATA = /^data:[^,]*?(;base64)?,/;

/**
 * The bytes that a model names: within its own text as a `data:` URI, or a file beside it or below.
 * @throws MediaFault where it names anything else
 */
export async function fileBeside(
  model: string,
  uri: string,
  fetchFile: (path: string) => Promise<Blob>,
): Promise<Uint8Array> {
  const data = DATA.exec(uri);
  if (data) return fromData(uri.slice(data[0].length), data[1] !== undefined);
  const path = decoded(uri);
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || /^[/\\]/.test(path) || path.split(/[/\\]/).includes('..')) {
    throw new MediaFault('not-found', `it names “${uri.slice(0, 80)}”, which is not beside it`);
  }
  const folder = model.split('/').slice(0, -1);
  return new Uint8Array(await (await fetchFile([...folder, path].join('/'))).arrayBuffer());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new MediaFault('corrupt', 'one of its URIs is badly escaped', { cause });
  }
}

function fromData(text: string, base64: boolean): Uint8Array {
  try {
    return base64 ? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)) : new TextEncoder().encode(decoded(text));
  } catch (cause) {
    throw new MediaFault('corrupt', 'one of its data URIs is no base64', { cause });
  }
}
