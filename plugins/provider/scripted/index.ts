import { z } from 'zod';
import { PluginFailure, type ProviderPlugin } from '../../contract/index.ts';
import { DEFAULT_SCRIPT, readAnswers } from './answers.ts';

const optionsSchema = z.object({ file: z.string().optional() });

/** Answers from a file, line by line: the smallest provider there is. */
const scripted: ProviderPlugin = {
  contract: 'provider/1',
  start: async (context) => {
    const { file } = optionsSchema.parse(context.options);
    const answers = file === undefined ? new Map<string, string>() : await readAnswers(file);
    return {
      probe: async () => ({ ready: true, detail: `Answers ${answers.size} prompts from a file.`, version: null }),
      stop: async () => undefined,
      compose: async function* ({ prompt }, signal) {
        const known = answers.get(prompt.trim());
        const script = known ?? DEFAULT_SCRIPT;
        for (const text of script.split(/(?<=\n)/)) {
          if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
          yield { type: 'script', text };
        }
        const unknown = {
          code: 'provider.scripted/unknown-prompt',
          message: 'The file holds no answer to this prompt.',
        };
        yield { type: 'done', summary: 'An answer from a file.', warnings: known === undefined ? [unknown] : [] };
      },
    };
  },
};

export default scripted;
