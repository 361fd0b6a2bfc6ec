import { z } from 'zod';
import type { ProviderProbe } from '../../contract/index.ts';
import type { RunAgent } from '../../language-model/index.ts';

/** What `openclaw models status --json` writes, as far as it is read here. */
const statusSchema = z.object({
  resolvedDefault: z.string().nullish(),
  auth: z.object({ missingProvidersInUse: z.array(z.string()).default([]) }).optional(),
});

const MOST_SHOWN = 200;

/** Whether OpenClaw could answer, by its own settings: it asks nobody on the network. `chosen` goes before its model. */
export async function judgeOpenclaw(version: string, chosen: string | null, run: RunAgent): Promise<ProviderProbe> {
  const { code, stderr, stdout } = await run(['models', 'status', '--json']);
  const status = statusSchema.safeParse(jsonOf(stdout.toString()));
  const model = chosen ?? status.data?.resolvedDefault ?? null;
  const known = { version, reachable: null, model, model_present: null };
  if (code !== 0 || !status.success) {
    const [why = 'it gave no reason'] = stderr.split('\n').filter((line) => line.trim() !== '');
    const detail = `OpenClaw ${version} can't read its settings: ${why.slice(0, MOST_SHOWN)}. Run "openclaw doctor".`;
    return { ...known, ready: false, configured: false, detail };
  }
  const missing = status.data.auth?.missingProvidersInUse ?? [];
  if (chosen === null && missing.length > 0) {
    const detail = `OpenClaw ${version} has no account for ${missing.join(', ')}. Run "openclaw onboard", or choose another model.`;
    return { ...known, ready: false, configured: false, detail };
  }
  return {
    ...known,
    ready: true,
    configured: true,
    detail: `OpenClaw ${version}, with the model ${model ?? 'of its own choice'}.`,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
