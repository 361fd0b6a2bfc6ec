import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { findProgram } from '../../programs/index.ts';

export interface Program {
  readonly path: string;
  /** How it is asked and answers: `pocketsphinx_continuous` until version 5, `pocketsphinx single` since then. */
  readonly speaks: 'continuous' | 'single';
}

/** The three parts without which PocketSphinx knows no language. */
export interface Model {
  readonly hmm: string;
  readonly lm: string;
  readonly dict: string;
}

const NAMES = ['pocketsphinx_continuous', 'pocketsphinx'];
const PREFIXES = ['/usr', '/usr/local', '/opt/homebrew'];

/** `wished` is a name or a path, empty for any; names are looked for along `searchPath`. Null where there is none. */
export async function findEngineProgram(wished: string, searchPath: string): Promise<Program | null> {
  for (const name of wished === '' ? NAMES : [wished]) {
    const path = await findProgram(name, searchPath);
    if (path !== null) return { path, speaks: basename(path).includes('continuous') ? 'continuous' : 'single' };
  }
  return null;
}

/** The parts that `wished` names, and the installed English ones for those it leaves empty; the part that is missing as a string. */
export async function findModel(wished: Model, program: Program): Promise<Model | string> {
  const prefixes = [dirname(dirname(program.path)), ...PREFIXES];
  const part = async (given: string, name: string): Promise<string | null> => {
    const places = prefixes.map((prefix) => join(prefix, 'share/pocketsphinx/model/en-us', name));
    for (const place of given === '' ? places : [given]) if (await exists(place)) return place;
    return null;
  };
  const hmm = await part(wished.hmm, 'en-us');
  if (hmm === null) return `acoustic model (hmm)${wished.hmm && ` at ${wished.hmm}`}`;
  const lm = await part(wished.lm, 'en-us.lm.bin');
  if (lm === null) return `language model (lm)${wished.lm && ` at ${wished.lm}`}`;
  const dict = await part(wished.dict, 'cmudict-en-us.dict');
  if (dict === null) return `dictionary (dict)${wished.dict && ` at ${wished.dict}`}`;
  return { hmm, lm, dict };
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
