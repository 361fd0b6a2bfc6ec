import type { CodexSettings } from './settings.ts';

/**
 * A turn needs words alone. What a model could reach the machine or the network with is switched off, and so is what
 * would read instructions out of folders above; the read-only sandbox stands behind that. A setting that a version of
 * Codex does not know is ignored by it, with a warning.
 */
const NOTHING_BUT_WORDS = [
  'features.shell_tool=false',
  'features.unified_exec=false',
  'features.view_image=false',
  'features.multi_agent=false',
  'features.goals=false',
  'features.apps=false',
  'features.plugins=false',
  'features.hooks=false',
  'web_search="disabled"',
  'project_doc_max_bytes=0',
];

/** Arguments of one turn; the prompt comes on standard input, so that it does not stand in the list of processes. */
export const turnArguments = ({ model, profile }: CodexSettings): string[] => [
  'exec',
  '--json',
  '--skip-git-repo-check',
  '--sandbox',
  'read-only',
  '--ephemeral',
  '--color',
  'never',
  ...NOTHING_BUT_WORDS.flatMap((setting) => ['-c', setting]),
  ...(model === null ? [] : ['--model', model]),
  ...(profile === '' ? [] : ['--profile', profile]),
  '-',
];
