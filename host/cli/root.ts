import { fileURLToPath } from 'node:url';

/** The folder of the project, in which `plugins/`, `scenarios/`, `studio/` and `dist/` lie. Ends with a slash. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
