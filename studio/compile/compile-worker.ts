/** Runs the compiler beside the page, so that typing and playing never wait for it. */
import * as z from 'zod/mini';
import { compile } from '../../dsl/index.ts';
import { type CompileAnswer, compileRequestSchema } from './compile-protocol.ts';

/** What of a worker's global scope is used; the DOM library declares only a page's. */
interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(answer: CompileAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  const request = z.parse(compileRequestSchema, data);
  const { id, text, mode, alignment, surroundings } = request;
  try {
    const { value, diagnostics } = compile(text, { mode, alignment, surroundings });
    scope.postMessage({ id, outcome: { timeline: value, diagnostics } });
  } catch (error) {
    scope.postMessage({ id, outcome: { failure: error instanceof Error ? error.message : String(error) } });
  }
};
