import type { IParserErrorMessageProvider } from 'chevrotain';

/**
 * Chevrotain asks for sentences; what the diagnostics need is the name of the token that was expected, or nothing.
 * The sentences themselves are in the catalogue. It asks once for each error, so here they are counted too.
 */
export class SyntaxMessages implements IParserErrorMessageProvider {
  count = 0;

  buildMismatchTokenMessage({ expected }: { readonly expected: { readonly name: string } }): string {
    this.count += 1;
    return expected.name;
  }

  buildNotAllInputParsedMessage(): string {
    this.count += 1;
    return '';
  }

  buildNoViableAltMessage(): string {
    this.count += 1;
    return '';
  }

  buildEarlyExitMessage(): string {
    this.count += 1;
    return '';
  }
}
