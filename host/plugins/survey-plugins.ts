import { checkOptions } from './check-options.ts';
import { findBuiltin, findInPath, findPackages } from './find-plugins.ts';
import type { Candidate, Found } from './plugin-record.ts';
import { readManifest } from './read-manifest.ts';

export interface SurveyPlaces {
  readonly builtinPlugins: string;
  readonly pluginPaths: readonly string[];
  readonly npmPlugins: string | null;
}

/**
 * Finds and checks every plugin without running a line of one. The order is fixed (built-in, path, packages); of two with
 * one name the first stays and the later is refused.
 */
export async function surveyPlugins(
  places: SurveyPlaces,
  settingsOf: (name: string) => Readonly<Record<string, unknown>>,
): Promise<Found[]> {
  const groups = await Promise.all([
    findBuiltin(places.builtinPlugins),
    ...places.pluginPaths.map(findInPath),
    ...(places.npmPlugins === null ? [] : [findPackages(places.npmPlugins)]),
  ]);
  const examined = await Promise.all(groups.flat().map((candidate) => examine(candidate, settingsOf)));
  const first = new Map<string, Found>();
  return examined.map((found) => {
    const earlier = found.manifest === null ? undefined : first.get(found.name);
    if (earlier === undefined) {
      if (found.manifest !== null) first.set(found.name, found);
      return found;
    }
    return {
      ...found,
      defect: {
        code: 'host/plugin-duplicate',
        message: `${found.candidate.folder} is also called ${found.name}, like ${earlier.candidate.folder}.`,
        cure: 'Give one of them another "id", or remove it from OPENCOMMOTION_PLUGINS_PATH.',
      },
    };
  });
}

async function examine(
  candidate: Candidate,
  settingsOf: (name: string) => Readonly<Record<string, unknown>>,
): Promise<Found> {
  const { name, manifest, defect } = await readManifest(candidate);
  if (manifest === null || defect !== null) return { candidate, name, manifest, options: {}, defect };
  const checked = checkOptions(manifest, settingsOf(name));
  return { candidate, name, manifest, options: checked.options ?? {}, defect: checked.defect };
}
