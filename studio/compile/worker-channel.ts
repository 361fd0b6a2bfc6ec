import type { CompileChannel } from './compiler.ts';

/** A worker in the shape that the compiler talks to. */
export function workerChannel(worker: Worker): CompileChannel {
  const channel: CompileChannel = {
    postMessage: (request) => worker.postMessage(request),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = (event) => channel.onmessage?.(event);
  worker.onerror = (event) => channel.onerror?.(event);
  return channel;
}
