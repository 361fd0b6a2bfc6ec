import { z } from 'zod';
import { PluginFailure } from '../../contract/index.ts';
import { type AgentAnswer, failureOfStatus } from '../../language-model/index.ts';

const count = z.int().nonnegative().nullish();
const usageSchema = z.object({ input: count, output: count });

/** What `openclaw agent exec --json` and `openclaw agent --json` write: one object. */
const answerSchema = z.object({
  ok: z.boolean().optional(),
  status: z.string().optional(),
  error: z.union([z.string(), z.looseObject({ message: z.string() })]).nullish(),
  final: z.string().nullish(),
  payloads: z.array(z.object({ text: z.string().nullish() })).default([]),
  usage: usageSchema.nullish(),
  meta: z
    .object({
      agentMeta: z.object({ usage: usageSchema.nullish() }).optional(),
      error: z.looseObject({ message: z.string() }).nullish(),
    })
    .optional(),
});

const MOST_SHOWN = 300;
/** How OpenClaw words the status with which a model's server refused it. */
const STATUS = /\bHTTP (\d{3})\b/;
const SLOW = 'Choose a faster model, or raise the time-out.';
/** How it says that the model said nothing, which it asks for twice. */
const SILENT = /couldn't generate a response/;

/**
 * Reads what OpenClaw has written. Fails with `answer-garbled`, `engine-timeout`, as `failureOfStatus` where a status shows in the words of
 * OpenClaw, with `answer-empty`, and else with `openclaw-failed`.
 */
export function readAnswer(output: string): AgentAnswer {
  const parsed = answerSchema.safeParse(jsonOf(output));
  if (!parsed.success)
    throw new PluginFailure(
      'answer-garbled',
      `OpenClaw wrote what is none of its answers: ${output.trim().slice(0, MOST_SHOWN) || 'nothing'}`,
      'Is OPENCOMMOTION_OPENCLAW_BIN the program of OpenClaw, of a version this plugin knows?',
    );
  const { error, final, meta, ok, payloads, status, usage } = parsed.data;
  const reason = typeof error === 'string' ? error : (error?.message ?? meta?.error?.message);
  if (status === 'timeout')
    throw new PluginFailure('engine-timeout', `OpenClaw ran out of time: ${(reason ?? '').slice(0, MOST_SHOWN)}`, SLOW);
  if (ok === false || reason !== undefined)
    throw failed((reason ?? status ?? 'it gave no reason').slice(0, MOST_SHOWN));
  const spent = usage ?? meta?.agentMeta?.usage;
  return {
    text: final ?? payloads.map(({ text }) => text ?? '').join('\n'),
    input_tokens: spent?.input ?? null,
    output_tokens: spent?.output ?? null,
  };
}

function failed(said: string): PluginFailure {
  const status = Number(STATUS.exec(said)?.[1] ?? 0);
  if (status >= 400) return failureOfStatus(status, said, "OpenClaw's model server", null);
  if (SILENT.test(said))
    return new PluginFailure('answer-empty', `OpenClaw's model answered with nothing: ${said}`, 'Try another model.');
  return new PluginFailure(
    'openclaw-failed',
    `OpenClaw failed: ${said}`,
    'Try the same with "openclaw agent exec" by hand.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
