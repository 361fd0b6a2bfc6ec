import { PluginFailure, type ProviderPlugin, type Warning } from '../../contract/index.ts';
import { composeScene } from './composing/compose-scene.ts';
import { cowAndMoon, isCowAndMoon } from './composing/cow-and-moon.ts';
import { readPrompt } from './reading/read-prompt.ts';

/** Composes scenes from what it finds in a prompt; the same prompt and seed always give the same scene. */
const heuristic: ProviderPlugin = {
  contract: 'provider/1',
  start: async () => ({
    probe: async () => ({ ready: true, detail: 'Built in; needs nothing.', version: '1' }),
    stop: async () => undefined,
    compose: async function* ({ prompt, seed }, signal) {
      const idea = readPrompt(prompt);
      const script = isCowAndMoon(idea) ? cowAndMoon(idea, seed) : composeScene(idea, seed);
      for (const text of script.split(/(?<=\n)/)) {
        if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
        yield { type: 'script', text };
      }
      const warnings = idea.cast.flatMap(({ label }): Warning[] =>
        label === null
          ? []
          : [
              {
                code: 'provider.heuristic/no-form',
                message: `The stage has no form for "${label}": a card with its name stands for it.`,
              },
            ],
      );
      yield { type: 'done', summary: idea.sentence, warnings };
    },
  }),
};

export default heuristic;
