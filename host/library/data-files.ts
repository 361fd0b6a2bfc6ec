import { z } from 'zod';

const MOST_FILES = 50;
const MOST_CHARACTERS = 500_000;

/** Data files that a script names, sent along with it: texts by the path that the script writes. */
export const dataFilesSchema = z
  .record(z.string().min(1).max(200), z.string().max(MOST_CHARACTERS))
  .refine((files) => Object.keys(files).length <= MOST_FILES, `at most ${MOST_FILES} files`)
  .describe('Data files that the script names: texts by path.');
