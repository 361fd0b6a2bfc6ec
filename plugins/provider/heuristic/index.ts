import { PluginFailure, type ProviderPlugin } from '../../contract/index.ts';
import { answer } from './answer.ts';

/** Composes scenes from what it finds in a prompt; the same request always gets the same answer. */
const heuristic: ProviderPlugin = {
  contract: 'provider/1',
  start: async () => ({
    probe: async () => ({ ready: true, detail: 'Built in; needs nothing.', version: null }),
    stop: async () => undefined,
    compose: async function* (request, signal) {
      const { script, summary, warnings } = answer(request);
      for (const text of script.split(/(?<=\n)/)) {
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        yield { type: 'script', text };
      }
      yield { type: 'done', summary, warnings };
    },
  }),
};

export default heuristic;
