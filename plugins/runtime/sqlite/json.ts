import { PluginFailure } from '../../contract/index.ts';

/** JSON text of what the host wants kept; fails with `not-json` where it isn't (a cycle, a bigint, nothing at all). */
export function toJson(what: string, value: unknown): string {
  let text: string | undefined;
  let cause: unknown;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    cause = error;
  }
  if (text !== undefined) return text;
  throw new PluginFailure('not-json', `The ${what} can't be written as JSON.`, 'Give plain data.', { cause });
}
