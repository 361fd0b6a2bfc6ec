import { z } from 'zod';
import { type PluginContext, PluginFailure } from '../../contract/index.ts';
import { setting } from '../../language-model/index.ts';

export interface CodexSettings {
  readonly bin: string;
  /** Null leaves it to Codex. */
  readonly model: string | null;
  /** Empty for none. */
  readonly profile: string;
  readonly timeoutMs: number;
}

const optionsSchema = z.object({ profile: z.string().default(''), timeout_s: z.number().default(120) });
const secondsSchema = z.coerce.number().min(0.1).max(3600);

/** Variables go before options. Fails with `setting-invalid`. */
export function readSettings(context: PluginContext): CodexSettings {
  const { profile, timeout_s } = optionsSchema.parse(context.options);
  const seconds = secondsSchema.safeParse(setting(context, 'OPENCOMMOTION_CODEX_TIMEOUT_S', '') ?? timeout_s);
  if (!seconds.success)
    throw new PluginFailure(
      'setting-invalid',
      'OPENCOMMOTION_CODEX_TIMEOUT_S is not a number of seconds from 0.1 to 3600.',
      'Correct it, or take it out.',
    );
  return {
    bin: setting(context, 'OPENCOMMOTION_CODEX_BIN', 'bin') ?? 'codex',
    model: setting(context, 'OPENCOMMOTION_CODEX_MODEL', 'model'),
    profile,
    timeoutMs: seconds.data * 1000,
  };
}

const HOUSE = 'OPENCOMMOTION_';

/** What the program sees: the variables of the manifest without our own. */
export const programEnvironment = ({ environment }: PluginContext): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || name.startsWith(HOUSE) ? [] : [[name, value] as const],
    ),
  );
