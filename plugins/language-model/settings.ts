import { type PluginContext, PluginFailure } from '../contract/index.ts';

/** A setting that may be given by variable or by option; what is empty was not given. The variable goes first. */
export function setting(context: PluginContext, variable: string, option: string): string | null {
  const values = [context.environment[variable], context.options[option]];
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim() ?? null;
}

/** A secret, which is given by variable alone: options are kept in clear. */
export const secret = (context: PluginContext, variable: string): string | null =>
  context.environment[variable]?.trim() || null;

/** An address of a server without its last slash, and without a password where it is shown. */
export interface Address {
  readonly url: string;
  readonly shown: string;
}

/** Fails with `address-invalid`. */
export function addressOf(text: string, variable: string): Address {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new PluginFailure(
      'address-invalid',
      'The address of the server is not an http or https URL.',
      `Correct ${variable}; it looks like http://127.0.0.1:8080/v1.`,
    );
  if (url.username !== '' || url.password !== '')
    throw new PluginFailure(
      'address-invalid',
      'The address of the server holds a name or a password.',
      `Take them out of ${variable}: a key has a variable of its own.`,
    );
  return { url: url.href.replace(/\/+$/, ''), shown: url.host };
}

/** A variable that holds seconds, as milliseconds; null where it holds none. */
export function millisecondsOf(context: PluginContext, variable: string): number | null {
  const text = context.environment[variable]?.trim() ?? '';
  const seconds = Number(text);
  return text !== '' && seconds > 0 ? seconds * 1000 : null;
}
