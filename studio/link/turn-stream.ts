import { checkAnswer } from './check-answer.ts';
import { HostError } from './host-error.ts';
import type { ErrorDetail, TurnEnvelope, TurnProgress } from './host-schemas.ts';

/** What somebody who waits for a turn is told meanwhile. */
export interface TurnWatch {
  progressed(progress: TurnProgress): void;
  /** Lines of script that are written; fewer than before where the script is written anew. */
  wrote(lines: number): void;
}

const broken = (what: string): HostError =>
  new HostError('studio/turn-broken-off', `The host’s answer ${what}.`, { cure: 'Send the prompt again.' });

/**
 * The envelope out of an answer of Server-Sent Events, `watch` being told of what comes before it. `failed` words the
 * error that the host may end with instead.
 */
export async function readTurn(
  body: ReadableStream<Uint8Array>,
  watch: TurnWatch,
  failed: (status: number, detail: ErrorDetail) => HostError,
): Promise<TurnEnvelope> {
  const { EventSourceParserStream } = await import('eventsource-parser/stream');
  const decoded = body.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>);
  let lines = 0;
  for await (const { event, data } of valuesOf(decoded.pipeThrough(new EventSourceParserStream()))) {
    const value: unknown = parsed(data);
    if (event === 'progress') {
      const checked = await checkAnswer('progress', value);
      if ('answer' in checked) watch.progressed(checked.answer);
    } else if (event === 'script') {
      lines += data.split('\\n').length - 1;
      watch.wrote(lines);
    } else if (event === 'restart') {
      lines = 0;
      watch.wrote(lines);
    } else if (event === 'done') {
      const checked = await checkAnswer('envelope', value);
      if ('answer' in checked) return checked.answer;
      throw broken(`does not fit (${checked.defect})`);
    } else if (event === 'error') {
      const checked = await checkAnswer('streamError', value);
      if ('answer' in checked) throw failed(checked.answer.status, checked.answer.detail);
      throw broken('is an error that cannot be read');
    }
  }
  throw broken('broke off');
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** Not every browser can go through a stream by `for await` yet. */
async function* valuesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
