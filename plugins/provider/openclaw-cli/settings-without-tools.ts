import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const FILE = 'openclaw.json';

/** Where OpenClaw looks for its settings; the same order as its own. */
function ownSettings(environment: Environment): string {
  const home = environment.OPENCLAW_HOME || environment.HOME || '';
  const state = environment.OPENCLAW_STATE_DIR || join(home, '.openclaw');
  return environment.OPENCLAW_CONFIG_PATH || join(state, FILE);
}

/**
 * The variables that lead OpenClaw to the settings that `writeSettings` puts into `folder`. With them it also stays the one
 * process that was started: else it starts itself again outside the group, where no time-out or abort would reach it.
 */
export function leadTo(folder: string, environment: Environment): Environment {
  const roots = [environment.OPENCLAW_INCLUDE_ROOTS, dirname(ownSettings(environment))];
  return {
    ...environment,
    OPENCLAW_CONFIG_PATH: join(folder, FILE),
    OPENCLAW_NO_RESPAWN: '1',
    OPENCLAW_INCLUDE_ROOTS: roots.filter(Boolean).join(delimiter),
  };
}

/**
 * Writes settings that are OpenClaw's own without its tools: `agent exec` runs the commands of its model on this machine,
 * asking nobody, and a scene needs words alone. What a person has set up stays where it is, and is included.
 */
export async function writeSettings(folder: string, environment: Environment): Promise<void> {
  const own = ownSettings(environment);
  const there = await access(own).then(
    () => true,
    () => false,
  );
  // In a list, since a single file would be taken in place of what stands beside it.
  const settings = { ...(there ? { $include: [own] } : {}), tools: { deny: ['*'] } };
  await mkdir(folder, { recursive: true });
  // Never half a file, for another answer may be on its way.
  const draft = join(folder, `${randomUUID()}.json`);
  await writeFile(draft, JSON.stringify(settings), { mode: 0o600 });
  await rename(draft, join(folder, FILE));
}
