import { Command } from 'commander';

async function lsp(): Promise<void> {
  // Loaded here alone: no other command speaks this protocol.
  const { serveLanguage } = await import('../lsp/server.ts');
  await serveLanguage(process.stdin, process.stdout);
}

export const lspCommand = (): Command =>
  new Command('lsp')
    .summary('serve the language to an editor, on standard input and output')
    .description(
      'A language server (LSP 3.17): diagnostics with cures, completion, hover, go to definition, rename, formatting, colours.',
    )
    .option('--stdio', 'what it does anyway; many editors say so')
    .addHelpText('after', '\nExample, in the settings of your editor:\n  opencommotion lsp --stdio')
    .action(lsp);
