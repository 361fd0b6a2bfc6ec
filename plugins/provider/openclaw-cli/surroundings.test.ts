import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider } from '../../contract/index.ts';
import plugin from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-openclaw-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The plugin, with a program in place of OpenClaw that writes down what it sees, and then does as `script` says. */
async function started(script: string, environment: Readonly<Record<string, string>> = {}): Promise<Provider> {
  const bin = join(folder, 'openclaw');
  const seen = join(folder, 'seen');
  await writeFile(bin, `#!/bin/sh\n{ echo "$@"; env; } > ${seen}.tmp\nmv ${seen}.tmp ${seen}\n${script}\n`, {
    mode: 0o755,
  });
  const dataDir = join(folder, 'data');
  const context = { options: { bin }, dataDir, log: () => undefined };
  return plugin.start({ ...context, environment: { PATH: '/usr/bin:/bin', HOME: folder, ...environment } });
}
const compose = async (provider: Provider, signal = new AbortController().signal): Promise<void> => {
  const request = { prompt: 'a pink pony', currentScript: null, failed: null, seed: 7 };
  for await (const _ of provider.compose(request, signal));
};
const seen = (): Promise<string> => readFile(join(folder, 'seen'), 'utf8');
const ANSWER = `echo '{"ok":true,"final":"scene \\"A\\" { }"}'`;

describe('the surroundings of OpenClaw', () => {
  it.each([
    ['', /^agent exec --message-file - /],
    ['mine', /^agent --local --session-id mine-[-0-9a-f]{36} --message-file \S+ /],
  ])('hold no prompt in the list of processes, with the prefix "%s"', async (prefix, words) => {
    await compose(await started(ANSWER, { OPENCOMMOTION_OPENCLAW_SESSION_PREFIX: prefix }));
    expect(await seen()).toMatch(words);
    expect(await seen()).not.toMatch(/pony/);
  });

  it('are variables that it needs, settings without tools, and a folder of its own for what it puts aside', async () => {
    await compose(await started(ANSWER, { OPENCOMMOTION_OPENCLAW_BIN: '', SOME_SECRET: 'x' }));
    const variables = (await seen()).split('\n').slice(1);
    expect(variables).toContain(`OPENCLAW_CONFIG_PATH=${join(folder, 'data/settings/openclaw.json')}`);
    expect(variables).toContainEqual(expect.stringContaining(`TMPDIR=${join(folder, 'data/turn-')}`));
    expect(variables.join()).not.toMatch(/SOME_SECRET|OPENCOMMOTION/);
  });

  it('are tidy when it is ended in the middle, though it tidied up nothing', async () => {
    const provider = await started('trap "" TERM\necho secret > "$TMPDIR/left"\nwhile :; do sleep 1; done');
    const control = new AbortController();
    const composing = expect(compose(provider, control.signal)).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(seen);
    control.abort();
    await composing;
    expect(await readdir(join(folder, 'data'))).toEqual(['settings']);
  });
});
