/** Holds every folder plugins/<kind>/<name>/ to its shape, and its manifest's packages to what it really imports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, manifestSchema } from '../plugins/contract/index.ts';
import { importedPackages, mentionedPackages } from './imported-packages.ts';

const KINDS = ['provider', 'voice', 'runtime', 'renderer'] as const;
const EXPECTED = ['manifest.json', 'index.ts', 'README.md'];
const CODE = /\.(?:ts|mjs|js|cjs)$/;
const TEST = /\.test\.ts$/;

export interface PluginFolder {
  readonly kind: string;
  readonly name: string;
  /** Text by path inside the folder, with slashes. */
  readonly files: Readonly<Record<string, string>>;
}

function problemsOfNeeds(where: string, needs: Manifest['needs'], files: PluginFolder['files']): string[] {
  const sources = Object.entries(files).filter(([path]) => CODE.test(path) && !TEST.test(path));
  const imported = new Set(sources.flatMap(([path, text]) => importedPackages(path, text)));
  const mentioned = new Set(sources.flatMap(([path, text]) => mentionedPackages(path, text)));
  const declared = new Set([...needs.packages, ...needs.optional_packages]);
  const missing = [...imported].filter((name) => !declared.has(name));
  const idle = [...declared].filter((name) => !imported.has(name) && !mentioned.has(name));
  return [
    ...missing.map((name) => `${where} imports ${name}: add it to needs.packages of its manifest.`),
    ...idle.map((name) => `${where} declares ${name} in its manifest but never imports it: take it out.`),
  ];
}

/** Everything about one plugin's folder that is not as it should be. */
export function checkPlugin({ kind, name, files }: PluginFolder): string[] {
  const where = `plugins/${kind}/${name}`;
  const problems = EXPECTED.filter((path) => files[path] === undefined).map((path) => `${where} has no ${path}.`);
  const proof = Object.keys(files).some((path) => /(?:^|\/)conformance\.(?:browser\.)?test\.ts$/.test(path));
  if (!proof) problems.push(`${where} has no conformance.test.ts: run the kit of its kind (plugins/kit) on it.`);
  const text = files['manifest.json'];
  if (text === undefined) return problems;
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${where}/manifest.json: ${issue.path.join('.')}: ${issue.message}`,
    );
    return [...problems, ...issues];
  }
  const { data } = parsed;
  if (data.id !== name || data.kind !== kind) {
    problems.push(`${where}/manifest.json says ${data.kind}/${data.id}: folder and manifest must agree.`);
  }
  return [...problems, ...problemsOfNeeds(where, data.needs, files)];
}

function readFolder(root: string, kind: string, name: string): PluginFolder {
  const folder = join(root, kind, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => CODE.test(path) || EXPECTED.some((expected) => path.endsWith(expected)));
  const files = paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]);
  return { kind, name, files: Object.fromEntries(files) };
}

/** All plugin folders under `root`, which is laid out as `<kind>/<name>/`. */
export function readPlugins(root: string): PluginFolder[] {
  return KINDS.filter((kind) => existsSync(join(root, kind))).flatMap((kind) =>
    readdirSync(join(root, kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => readFolder(root, kind, entry.name)),
  );
}

if (import.meta.main) {
  const plugins = readPlugins('plugins');
  const problems = plugins.flatMap(checkPlugin);
  for (const problem of problems) console.error(`✗ ${problem}`);
  console.log(`${plugins.length} plugins looked at.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
