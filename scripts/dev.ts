/** `npm run dev`: the studio with hot reload, beside a host that restarts when its files change. Both end together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

const start = (...words: readonly string[]): ChildProcess =>
  spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });

console.log('The studio that reloads is at the address that Vite prints; the other one is the host behind it.');
const both = [
  start('--watch', '--watch-preserve-output', join(ROOT, 'host', 'main.ts')),
  start(join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'), '--clearScreen', 'false'),
];

/** Ends whichever still runs; the first one to end takes the other with it. */
const endAll = (): void => {
  for (const child of both) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
};

for (const child of both) {
  child.on('exit', (code) => {
    if (code !== null && code !== 0) process.exitCode = code;
    endAll();
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endAll);
