#!/usr/bin/env node
/**
 * The program `opencommotion`. Plain JavaScript, so that any Node from 20 on can read it: an older Node than the
 * product needs hands over to the one that comes with the package.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const require = createRequire(import.meta.url);

/** The Node that is installed with the package, or null where dependencies are missing. */
function pinnedNode() {
  try {
    const folder = dirname(require.resolve('node/package.json'));
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

function dependenciesAreThere() {
  try {
    require.resolve('commander');
    return true;
  } catch {
    return false;
  }
}

function complain(message) {
  process.stderr.write(`opencommotion: ${message}\n`);
  process.exitCode = 1;
}

/** Runs this same program under another Node; its exit code, or the signal that ended it, becomes ours. */
function handOverTo(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to parent and child alike; passing it on would count as a second one.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => complain(`could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}

if (!dependenciesAreThere()) {
  complain('its packages are not installed (deps-missing). Type "npm install" in its folder first.');
} else if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  const node = pinnedNode();
  if (node) handOverTo(node);
  else
    complain(
      `needs Node ${NEEDED_MAJOR} (node-missing); this is ${process.version}. Type "npm install" in its folder.`,
    );
}
