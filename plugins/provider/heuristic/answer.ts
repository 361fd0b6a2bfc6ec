import { analyse } from '../../../dsl/index.ts';
import type { ProviderRequest, Warning } from '../../contract/index.ts';
import { chartScene } from './composing/chart-scene.ts';
import { composeScene } from './composing/compose-scene.ts';
import { scenarioScript } from './composing/scenarios/scenario-script.ts';
import { quoted } from './composing/script-text.ts';
import { editScene } from './editing/edit-scene.ts';
import { repair } from './editing/repair.ts';
import { readFigures } from './reading/figures.ts';
import type { Idea } from './reading/idea.ts';
import { readPrompt } from './reading/read-prompt.ts';

export interface Answer {
  readonly script: string;
  readonly summary: string;
  readonly warnings: readonly Warning[];
}

const warning = (code: string, message: string): Warning => ({ code: `provider.heuristic/${code}`, message });

/** The script for a request: the last try mended, the running scene edited, or a scene composed. */
export function answer({ prompt, currentScript, failed, seed }: ProviderRequest): Answer {
  if (failed) {
    const mended = repair(failed.script);
    if (mended && hasScene(mended.script)) {
      const warnings = mended.dropped.map((text) =>
        warning('left-out', `This could not be mended and was left out: ${text}`),
      );
      return { script: mended.script, summary: 'Mended the script.', warnings };
    }
    return composed(prompt, seed, [warning('recomposed', 'The script could not be mended; this is a new scene.')]);
  }
  if (currentScript === null || currentScript.trim() === '') return composed(prompt, seed, []);
  const edited = editScene(currentScript, prompt);
  if (edited === null && saysNothingNew(prompt))
    return { script: currentScript, summary: 'The scene stays as it is.', warnings: [unchanged(prompt)] };
  const mended = edited === null ? null : repair(edited.script);
  if (!edited || !mended || !hasScene(mended.script))
    return composed(prompt, seed, [
      warning(
        'recomposed',
        'The prompt asks for no change that could be made in the running scene; this is a new one.',
      ),
    ]);
  const warnings = [
    ...mended.dropped.map((text) => warning('left-out', `This fell away with the change: ${text}`)),
    ...edited.stale.map((text) => warning('still-said', `A line still speaks of what was taken away: "${text}"`)),
  ];
  return {
    script: mended.script,
    summary: edited.summary,
    warnings: [...warnings, ...cards(readPrompt(prompt), mended.script)],
  };
}

/** Nobody, nothing to be said and no figures: whatever it asks for, it is no scene of its own. */
function saysNothingNew(prompt: string): boolean {
  const { cast, quotes } = readPrompt(prompt);
  return cast.length === 0 && quotes.length === 0 && readFigures(prompt) === null;
}

const unchanged = (prompt: string): Warning =>
  /\b[23]-?d\b/i.test(prompt)
    ? warning('a-view', 'Every scene can be seen in 2D and in 3D: switch the view in the studio, or ask for a mode.')
    : warning(
        'unchanged',
        'I found nothing in this that I could change; name what is on stage and what should become of it.',
      );

function composed(prompt: string, seed: number, warnings: readonly Warning[]): Answer {
  const idea = readPrompt(prompt);
  const figures = readFigures(prompt);
  const script =
    scenarioScript(idea, prompt, seed) ??
    (figures === null ? composeScene(idea, seed) : chartScene(figures, idea, seed));
  return { script, summary: idea.sentence, warnings: [...warnings, ...cards(idea, script)] };
}

/** A warning for each noun of the prompt that is on stage as a card, or as somebody, with its name on it. */
const cards = ({ cast }: Idea, script: string): Warning[] =>
  cast.flatMap(({ kind, label }) => {
    if (label === null || !script.includes(`labelled ${quoted(label)}`)) return [];
    const instead = kind === 'thing' ? 'a card' : `a ${kind}`;
    return [warning('no-form', `The stage has no form for "${label}": ${instead} with its name stands for it.`)];
  });

/** An empty script has no errors either. */
const hasScene = (script: string): boolean => {
  const { actors, texts, lines } = analyse(script).value;
  return actors.length + texts.length + lines.length > 0;
};
