import { z } from 'zod';
import { PluginFailure } from '../../contract/index.ts';
import { type AgentAnswer, failureOfStatus } from '../../language-model/index.ts';

/** What `codex exec --json` writes, a line each; kinds that are not named here say nothing that matters. */
const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('thread.started') }),
  z.object({ type: z.literal('turn.started') }),
  z.object({
    type: z.literal('item.completed'),
    item: z.looseObject({ type: z.string(), text: z.string().optional(), message: z.string().optional() }),
  }),
  z.object({
    type: z.literal('turn.completed'),
    usage: z.object({ input_tokens: z.int().nullish(), output_tokens: z.int().nullish() }).nullish(),
  }),
  z.object({ type: z.literal('turn.failed'), error: z.object({ message: z.string() }) }),
  z.object({ type: z.literal('error'), message: z.string() }),
]);
type Event = z.infer<typeof eventSchema>;

const MOST_SHOWN = 300;
/** How Codex words the status with which a model's server refused it. */
const STATUS = /\bstatus:? (\d{3})\b/;

/**
 * Reads all that Codex has written. Fails with `answer-garbled`, `answer-cut-off`, as `failureOfStatus` where a status
 * shows in the words of Codex, and else with `codex-failed`.
 */
export function readEvents(output: string): AgentAnswer {
  const texts: string[] = [];
  const complaints: string[] = [];
  let completed: Extract<Event, { type: 'turn.completed' }> | null = null;
  for (const event of eventsIn(output)) {
    if (event.type === 'turn.failed') throw failed(event.error.message);
    if (event.type === 'error') complaints.push(event.message);
    if (event.type === 'turn.completed') completed = event;
    if (event.type !== 'item.completed') continue;
    if (event.item.type === 'agent_message' && event.item.text !== undefined) texts.push(event.item.text);
    if (event.item.type === 'error' && event.item.message !== undefined) complaints.push(event.item.message);
  }
  if (completed === null) {
    const [last] = complaints.slice(-1);
    if (last !== undefined) throw failed(last);
    throw new PluginFailure('answer-cut-off', 'Codex ended in the middle of its answer.', 'Try again.');
  }
  const { input_tokens = null, output_tokens = null } = completed.usage ?? {};
  return { text: texts.at(-1) ?? '', input_tokens, output_tokens };
}

function* eventsIn(output: string): Generator<Event> {
  for (const line of output.split('\n').filter((each) => each.trim() !== '')) {
    const parsed = z.looseObject({ type: z.string() }).safeParse(jsonOf(line));
    if (!parsed.success) throw garbled(line);
    const event = eventSchema.safeParse(parsed.data);
    if (event.success) yield event.data;
    else if (eventSchema.options.some((option) => option.shape.type.value === parsed.data.type)) throw garbled(line);
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const garbled = (line: string): PluginFailure =>
  new PluginFailure(
    'answer-garbled',
    `Codex wrote what is none of its events: ${line.slice(0, MOST_SHOWN)}`,
    'Is OPENCOMMOTION_CODEX_BIN the Codex command line program, of a version this plugin knows?',
  );

function failed(reason: string): PluginFailure {
  const said = reason.slice(0, MOST_SHOWN);
  const status = Number(STATUS.exec(reason)?.[1] ?? 0);
  if (status >= 400) return failureOfStatus(status, said, "Codex's model server", null);
  return new PluginFailure('codex-failed', `Codex failed: ${said}`, 'Try the same with "codex exec" by hand.');
}
