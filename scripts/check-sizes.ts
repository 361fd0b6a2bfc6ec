/** House rules that a linter can't see: how long files are, what they are called, and that no file only re-exports. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { listSources, type SourceFile } from './sources.ts';

const BUDGET = { median: 80, p95: 250, stop: 400 };

/** Files that may be longer than the stop, each with its reason. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

const DOORS = new Set([
  'dsl/index.ts',
  'plugins/contract/index.ts',
  'plugins/language-model/index.ts',
  'plugins/programs/index.ts',
]);
const PLUGIN_ENTRY = /^plugins\/(?:provider|voice|runtime|renderer)\/[^/]+\/index\.ts$/;
const SAYS_NOTHING = /^(?:utils?|helpers?|types|manager|common|misc|shared)$/;

export interface SizeReport {
  readonly files: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  readonly problems: readonly string[];
}

const countLines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Whether a module declares nothing of its own and only passes on what others export. */
function isBarrel({ path, text }: SourceFile): boolean {
  if (!path.endsWith('.ts')) return false;
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const passesOn = statements.filter((statement) => ts.isExportDeclaration(statement));
  const others = statements.filter(
    (statement) => !ts.isExportDeclaration(statement) && !ts.isImportDeclaration(statement),
  );
  return passesOn.length > 0 && others.length === 0;
}

function problemsOfOne(file: SourceFile): string[] {
  const { path, text } = file;
  const problems: string[] = [];
  const lines = countLines(text);
  if (lines > BUDGET.stop && !LONG_FOR_A_REASON[path]) {
    problems.push(
      `${path} has ${lines} lines; ${BUDGET.stop} is the stop. It probably holds two ideas: give the second a file named for it.`,
    );
  }
  const nothing = path.split('/').find((part) => SAYS_NOTHING.test(part.replace(/(?:\.test)?\.\w+$/, '')));
  if (nothing) problems.push(`${path}: "${nothing}" does not say what is inside. Name the file for its one idea.`);
  if (isBarrel(file) && !DOORS.has(path)) {
    problems.push(`${path} only re-exports. The doors are ${[...DOORS].join(' and ')}; import from the file itself.`);
  }
  if (/\/index\.ts$/.test(path) && !DOORS.has(path) && !PLUGIN_ENTRY.test(path)) {
    problems.push(`${path}: index.ts is kept for the doors and for plugin entries. Name it for what it does.`);
  }
  return problems;
}

/** Measures all files together and lists every rule that one of them breaks. */
export function checkSizes(files: readonly SourceFile[]): SizeReport {
  const lengths = files.map(({ text }) => countLines(text)).sort((a, b) => a - b);
  const [median, p95, longest] = [quantile(lengths, 0.5), quantile(lengths, 0.95), lengths.at(-1) ?? 0];
  const problems = files.flatMap(problemsOfOne);
  if (median > BUDGET.median) {
    problems.push(
      `The median file has ${median} lines; the budget is ${BUDGET.median}. Split where one file tells two stories.`,
    );
  }
  if (p95 > BUDGET.p95) {
    const long = files.filter(({ text }) => countLines(text) > BUDGET.p95).map(({ path }) => path);
    problems.push(
      `One file in twenty has ${p95} lines or more; the budget is ${BUDGET.p95}. Long are: ${long.join(', ')}.`,
    );
  }
  for (const path of Object.keys(LONG_FOR_A_REASON)) {
    if (!files.some((file) => file.path === path))
      problems.push(`${path} is excused for its length but is not there any more.`);
  }
  return { files: files.length, median, p95, longest, problems };
}

if (import.meta.main) {
  const sources = listSources(/\.(?:ts|mjs|js|css)$/).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const { problems, files, median, p95, longest } = checkSizes(sources);
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(`${files} source files: median ${median}, p95 ${p95}, longest ${longest} lines.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
