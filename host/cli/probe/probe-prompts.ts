import { compile, createSampler, evaluateQuality, recogniseScenario, type Timeline } from '../../../dsl/index.ts';
import { HostError } from '../../errors.ts';
import type { ScriptWriter, WritingWatch } from '../../turns/script-writer.ts';
import { seedOf } from '../../turns/turn-service.ts';
import { missingOf } from './expectation.ts';
import type { ProbePrompt } from './prompts.ts';

export interface Probed extends ProbePrompt {
  readonly ok: boolean;
  /** What is missing or wrong, a line each. */
  readonly faults: readonly string[];
}

const UNWATCHED: WritingWatch = {
  enter: () => undefined,
  wrote: () => undefined,
  restart: () => undefined,
  tried: () => undefined,
};

/** Things may hang over the edge a little. */
const SLACK_PX = 24;

/** Has one prompt answered and judges what came of it. */
export async function probePrompt(writer: ScriptWriter, asked: ProbePrompt): Promise<Probed> {
  const faults = await faultsOf(writer, asked);
  return { ...asked, ok: faults.length === 0, faults };
}

async function faultsOf(writer: ScriptWriter, { expect, prompt }: ProbePrompt): Promise<string[]> {
  try {
    const assignment = { prompt, currentScript: null, seed: seedOf(prompt), files: {} };
    const { model, script, surroundings } = await writer.write(assignment, UNWATCHED, new AbortController().signal);
    const readings = (['2d', '3d'] as const).map((mode) => compile(script, { mode, alignment: null, ...surroundings }));
    const wrong = readings.flatMap(({ diagnostics, value }) => [
      ...diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => `${value.mode}: ${message}`),
      ...certified(value),
    ]);
    const [first] = readings;
    if (first === undefined) return wrong;
    return [...wrong, ...outside(first.value), ...missingOf({ model, timeline: first.value }, expect)];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [`${error.code}: ${error.message}`];
  }
}

/** A scene that counts as a certified one has to keep its rules. */
function certified(timeline: Timeline): string[] {
  const scenario = recogniseScenario(timeline);
  if (scenario === null) return [];
  return evaluateQuality(timeline, scenario).failures.map(
    ({ message, rule }) => `${timeline.mode} ${rule}: ${message}`,
  );
}

/** What is to be seen at the start stands inside the stage. */
function outside(timeline: Timeline): string[] {
  const { width, height } = timeline.stage;
  const seen = createSampler(timeline)
    .frameAt(0)
    .entities.filter(({ opacity, role }) => role === 'actor' && opacity > 0.1);
  return seen.flatMap(({ bounds, id }) => {
    const { x, y } = bounds;
    const middle = { x: x + bounds.width / 2, y: y + bounds.height / 2 };
    const inside =
      middle.x > -SLACK_PX && middle.x < width + SLACK_PX && middle.y > -SLACK_PX && middle.y < height + SLACK_PX;
    // Whoever comes in from the side stands wholly outside at first.
    const waits = x + bounds.width <= 0 || x >= width || y + bounds.height <= 0 || y >= height;
    return inside || waits ? [] : [`${id} stands half outside the stage`];
  });
}
