import { watch as watchFolder } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Command, Option } from 'commander';
import { compile, type Diagnostic, type Mode } from '../../../dsl/index.ts';
import { InputFault, UsageFault } from '../faults.ts';
import { displayName, readText, STDIN } from '../input.ts';
import { print } from '../output.ts';
import { printDiagnostics, printFault } from '../report.ts';
import { surroundingsOf } from '../surroundings.ts';

/** What the last look at the script found. */
interface Seen {
  readonly hash: string;
  readonly diagnostics: ReadonlyMap<string, Diagnostic>;
}

const keyOf = ({ code, message, span }: Diagnostic): string => `${span.line} ${code} ${message}`;

/** Says what is new since the last look, and what is gone; null where the file can't be read just now. */
async function look(path: string, mode: Mode, before: Seen | null): Promise<Seen | null> {
  try {
    const text = await readText(path);
    const { value, diagnostics } = compile(text, { mode, surroundings: await surroundingsOf(path, text) });
    const now = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]));
    const known = before?.diagnostics ?? new Map<string, Diagnostic>();
    printDiagnostics(
      [...now].filter(([key]) => !known.has(key)).map(([, each]) => each),
      displayName(path),
      text,
    );
    const gone = [...known.keys()].filter((key) => !now.has(key)).length;
    if (before?.hash !== value.hash || now.size !== known.size || gone > 0) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
      const mended = gone > 0 ? `, ${gone} gone` : '';
      const seconds = (value.duration_ms / 1000).toFixed(1);
      await print(
        `${displayName(path)} ${mode}: ${errors} error${errors === 1 ? '' : 's'}${mended}, ${seconds} s, ${value.hash.slice(0, 12)}\n`,
      );
    }
    return { hash: value.hash, diagnostics: now };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    printFault(error);
    return null;
  }
}

async function watch(path: string, { mode }: { mode: Mode }): Promise<void> {
  if (path === STDIN) throw new UsageFault('watch needs a file: standard input does not change.');
  let seen = await look(path, mode, null);
  let looking: Promise<void> | null = null;
  let again = false;
  const lookAgain = (): void => {
    if (looking) {
      again = true;
      return;
    }
    looking = look(path, mode, seen).then((now) => {
      seen = now ?? seen;
      looking = null;
      if (!again) return;
      again = false;
      lookAgain();
    });
  };
  // The folder, not the file: editors put a new file in the place of the old one.
  const watcher = watchFolder(dirname(path), (_, file) => {
    if (file === null || file === basename(path)) lookAgain();
  });
  await print(`Watching ${displayName(path)} (Ctrl-C stops it)\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  watcher.close();
}

export const watchCommand = (): Command =>
  new Command('watch')
    .summary('check a script again whenever it changes')
    .description('Says what is new and what is gone after every change, and goes on through mistakes.')
    .argument('<file>', 'a scene script')
    .addOption(new Option('--mode <mode>', 'which reading of the scene').choices(['2d', '3d']).default('2d'))
    .addHelpText('after', '\nExample:\n  opencommotion watch scenarios/a-cow-moon.scene')
    .action(watch);
