import { z } from 'zod';
import { PluginFailure } from '../../contract/index.ts';

/** What `codex exec --json` writes, a line for each event; as far as it is read here. */
const eventSchema = z.object({
  type: z.string(),
  item: z.object({ type: z.string(), text: z.string().optional(), message: z.string().optional() }).optional(),
  usage: z.object({ input_tokens: z.int(), output_tokens: z.int() }).optional(),
  error: z.object({ message: z.string() }).optional(),
  message: z.string().optional(),
});

type CodexEvent = z.infer<typeof eventSchema>;

export interface CodexTurn {
  /** The last message of the agent; null where it said nothing. */
  readonly answer: string | null;
  /** Without repetitions. */
  readonly warnings: readonly string[];
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number } | null;
  /** How often Codex sent its request anew. */
  readonly reconnections: number;
  /** Why the turn failed. */
  readonly failure: string | null;
  readonly completed: boolean;
}

const RECONNECTING = /^Reconnecting\b/;

/** Reads the events of a run. Fails with `answer-garbled` where a line is none. */
export function readTurn(stdout: string): CodexTurn {
  const events = stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readEvent);
  const items = events.flatMap(({ item, type }) => (type === 'item.completed' && item ? [item] : []));
  const errors = events.flatMap(({ message, type }) => (type === 'error' && message !== undefined ? [message] : []));
  const completed = events.find(({ type }) => type === 'turn.completed');
  const failed = events.find(({ type }) => type === 'turn.failed');
  const trouble = errors.filter((message) => !RECONNECTING.test(message));
  const warnings = items.flatMap(({ message, type }) => (type === 'error' && message !== undefined ? [message] : []));
  return {
    answer: items.findLast(({ type }) => type === 'agent_message')?.text ?? null,
    warnings: [...new Set(warnings)],
    usage: completed?.usage ?? null,
    reconnections: errors.length - trouble.length,
    failure: failed?.error?.message ?? (completed ? null : (trouble.at(-1) ?? null)),
    completed: completed !== undefined,
  };
}

function readEvent(line: string): CodexEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw garbled(line, cause);
  }
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) throw garbled(line, parsed.error);
  return parsed.data;
}

const garbled = (line: string, cause: unknown): PluginFailure =>
  new PluginFailure(
    'answer-garbled',
    `Codex wrote a line that is no event: "${line.slice(0, 120)}"`,
    'Is the program Codex, in a version that this plugin knows? See its README.',
    { cause },
  );
