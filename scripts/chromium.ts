/** Chromium for tests and scripts: the product's own finder, and a way to get one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../host/exports/chromium.ts';

export { findChromium, launchChromium } from '../host/exports/chromium.ts';

const INSTALL = ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'];

/** The words to put before a command so that it runs as root without asking, or null where that is not allowed. */
function rootPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : null;
}

function run(words: readonly string[]): void {
  const [program = '', ...rest] = words;
  const { status, error } = spawnSync(program, rest, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`"${words.join(' ')}" failed: ${error?.message ?? `exit code ${status}`}`);
}

/**
 * The path of a Chromium, installed from Debian's packages first where there is none and we may.
 * @throws Error with the one command to type where we may not
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const chosen = process.env.OPENCOMMOTION_CHROMIUM;
  if (chosen) throw new Error(`OPENCOMMOTION_CHROMIUM names ${chosen}, which is not a program. Correct or unset it.`);
  const debian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  const prefix = debian ? rootPrefix() : null;
  if (prefix === null) {
    throw new Error(
      debian
        ? `The browser tests need Chromium. Type: sudo ${INSTALL.join(' ')}`
        : 'The browser tests need Chromium. Install Chromium or Chrome, or type: export OPENCOMMOTION_CHROMIUM=/path/to/it',
    );
  }
  console.log('No Chromium found: installing the one of Debian.');
  run([...prefix, 'apt-get', 'update']);
  run([...prefix, ...INSTALL]);
  const installed = findChromium();
  if (!installed) throw new Error('Debian installed chromium, yet it is on none of the usual paths.');
  return installed;
}
