import { LISTENING_RATE, PluginFailure } from '../../contract/index.ts';
import { readAnswer, type Utterance } from './results.ts';

/** Half a second in each message: a server answers each of them. */
const CHUNK = LISTENING_RATE / 2;
/** Letter for letter: the server compares the text, it does not parse it. */
const END = '{"eof" : 1}';
const MOST_LETTERS = 16 * 1024 * 1024;
const START = 'Start a Vosk server there, or correct the setting url.';

const aborted = (): PluginFailure => new PluginFailure('aborted', 'The request was given up.');

/**
 * Has samples understood by a Vosk server. Fails with `unreachable`, `answer-cut-off`, `answer-garbled`,
 * `answer-too-long`, `engine-timeout`, `aborted`; the connection is given up then.
 */
export async function converse(
  url: URL,
  samples: Int16Array,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<readonly Utterance[]> {
  const utterances: Utterance[] = [];
  let expected = 1;
  let answers = 0;
  let letters = 0;
  await connected(url, timeoutMs, signal, {
    open: (send) => {
      send(JSON.stringify({ config: { sample_rate: LISTENING_RATE, words: true } }));
      for (let at = 0; at < samples.length; at += CHUNK) {
        send(Buffer.from(samples.slice(at, at + CHUNK).buffer));
        expected += 1;
      }
      send(END);
      return false;
    },
    message: (text) => {
      letters += text.length;
      if (letters > MOST_LETTERS)
        throw new PluginFailure('answer-too-long', `The Vosk server answered more than ${MOST_LETTERS} letters.`);
      const utterance = readAnswer(text);
      if (utterance) utterances.push(utterance);
      answers += 1;
      // The server in C++ answers the configuration too, so a partial result that seems to be the last is not.
      return utterance !== null && answers >= expected;
    },
  });
  return utterances;
}

/** Whether somebody answers with a WebSocket there. Fails as `converse` does. */
export const knock = (url: URL, timeoutMs: number, signal: AbortSignal): Promise<void> =>
  connected(url, timeoutMs, signal, { open: () => true, message: () => true });

interface Part {
  /** Both end the conversation by saying true. */
  open(send: (message: string | Buffer<ArrayBuffer>) => void): boolean;
  message(text: string): boolean;
}

async function connected(url: URL, timeoutMs: number, signal: AbortSignal, part: Part): Promise<void> {
  if (signal.aborted) throw aborted();
  const { promise, reject, resolve } = Promise.withResolvers<void>();
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  let opened = false;
  const fail = (code: string, message: string, cure: string | null): void =>
    reject(new PluginFailure(code, message, cure));
  const attempt = (step: () => boolean): void => {
    try {
      if (step()) resolve();
    } catch (error) {
      reject(error);
    }
  };
  socket.onopen = () => {
    opened = true;
    attempt(() => part.open((message) => socket.send(message)));
  };
  // What answers a text comes in bytes from the server in C++.
  socket.onmessage = ({ data }) =>
    attempt(() => part.message(typeof data === 'string' ? data : Buffer.from(data).toString()));
  socket.onclose = ({ code, reason }) => {
    if (!opened) fail('unreachable', `No Vosk server can be reached at ${url.host}.`, START);
    else
      fail(
        'answer-cut-off',
        `The Vosk server ended the conversation (${reason || `code ${code}`}).`,
        'Try again; its log has the reason.',
      );
  };
  const onAbort = (): void => reject(aborted());
  signal.addEventListener('abort', onAbort, { once: true });
  const limit = setTimeout(
    () =>
      fail(
        'engine-timeout',
        `The Vosk server did not answer within ${timeoutMs} ms.`,
        'Send a shorter recording, or raise timeout_ms.',
      ),
    timeoutMs,
  );
  try {
    await promise;
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', onAbort);
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
