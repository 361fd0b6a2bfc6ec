import type { IParserErrorMessageProvider } from 'chevrotain';

/**
 * Chevrotain asks for sentences; what the diagnostics need is the name of the token that was expected, or nothing.
 * The sentences themselves are in the catalogue.
 */
export const syntaxMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
};
