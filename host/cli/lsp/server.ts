/**
 * `opencommotion lsp`: the language service over the Language Server Protocol 3.17, on standard input and output. It holds
 * the open documents and nothing else; what the service says depends on their text and on what lies beside them.
 */
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  CompletionItemKind,
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  SymbolKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  coloursIn,
  compile,
  complete,
  type Diagnostic,
  declarationsIn,
  definition,
  format,
  highlight,
  hover,
  references,
  rename,
  type Surroundings,
} from '../../../dsl/index.ts';
import { surroundingsOf } from '../surroundings.ts';
import { rangeOf, textEdits } from './positions.ts';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

const COMPLETION_KINDS = {
  statement: CompletionItemKind.Keyword,
  clause: CompletionItemKind.Property,
  name: CompletionItemKind.Variable,
  value: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Text,
} as const;

/** The classes of `highlight` as the token types that editors have colours for. */
const TOKEN_TYPES = ['keyword', 'property', 'variable', 'number', 'string', 'comment', 'operator'];
const TOKEN_OF: Readonly<Record<string, number>> = {
  statement: 0,
  clause: 1,
  name: 2,
  number: 3,
  color: 3,
  text: 4,
  comment: 5,
  sign: 6,
};

/** `InvalidParams` of JSON-RPC 2.0. */
const INVALID_PARAMS = -32_602;

const pathOf = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : './untitled.scene');

/** Serves until the client says exit or its end of the line closes. */
export function serveLanguage(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  const documents = new TextDocuments(TextDocument);
  const around = (document: TextDocument): Promise<Surroundings> =>
    surroundingsOf(pathOf(document.uri), document.getText());
  const opened = (uri: string): TextDocument => {
    const document = documents.get(uri);
    if (!document) throw new ResponseError(INVALID_PARAMS, `${uri} is not open.`);
    return document;
  };

  connection.onInitialize(() => ({
    serverInfo: { name: 'opencommotion' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['.', ' '] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: true,
      documentSymbolProvider: true,
      documentFormattingProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      colorProvider: true,
      semanticTokensProvider: { legend: { tokenTypes: TOKEN_TYPES, tokenModifiers: [] }, full: true },
    },
  }));

  const diagnosticsOf = async (document: TextDocument): Promise<readonly Diagnostic[]> =>
    compile(document.getText(), { mode: '2d', surroundings: await around(document) }).diagnostics;

  documents.onDidChangeContent(async ({ document }) => {
    const { version } = document;
    const found = await diagnosticsOf(document);
    if (documents.get(document.uri)?.version !== version) return;
    const diagnostics = found.map(({ code, message, severity, span }) => ({
      range: rangeOf(document, span.offset, span.length),
      severity: SEVERITIES[severity],
      code,
      message,
      source: 'opencommotion',
    }));
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  });
  documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));

  connection.onCompletion(async ({ textDocument, position }) => {
    const document = opened(textDocument.uri);
    const at = document.offsetAt(position);
    const { offset, words } = complete(document.getText(), at, await around(document));
    const range = rangeOf(document, offset, at - offset);
    return words.map(({ label, kind, detail }) => ({
      label,
      kind: COMPLETION_KINDS[kind],
      detail,
      textEdit: { range, newText: label },
    }));
  });

  connection.onHover(({ textDocument, position }) => {
    const document = opened(textDocument.uri);
    const said = hover(document.getText(), document.offsetAt(position));
    return said && { contents: said.text, range: rangeOf(document, said.offset, said.length) };
  });

  connection.onDefinition(({ textDocument, position }) => {
    const document = opened(textDocument.uri);
    const span = definition(document.getText(), document.offsetAt(position));
    return span && { uri: document.uri, range: rangeOf(document, span.offset, span.length) };
  });

  connection.onReferences(({ textDocument, position }) => {
    const document = opened(textDocument.uri);
    return references(document.getText(), document.offsetAt(position)).map(({ offset, length }) => ({
      uri: document.uri,
      range: rangeOf(document, offset, length),
    }));
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const document = opened(textDocument.uri);
    const edits = rename(document.getText(), document.offsetAt(position), newName, await around(document));
    if (!edits)
      throw new ResponseError(
        INVALID_PARAMS,
        `This can't be called \`${newName}\` without changing what the script says.`,
      );
    return { changes: { [document.uri]: textEdits(document, edits) } };
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const document = opened(textDocument.uri);
    return declarationsIn(document.getText()).map(({ name, statement }) => ({
      name: name.text,
      detail: statement.kind,
      kind: SymbolKind.Variable,
      range: rangeOf(document, statement.span.offset, statement.span.length),
      selectionRange: rangeOf(document, name.span.offset, name.span.length),
    }));
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const document = opened(textDocument.uri);
    const text = document.getText();
    const formatted = format(text);
    return formatted === text ? [] : [{ range: rangeOf(document, 0, text.length), newText: formatted }];
  });

  connection.onCodeAction(async ({ textDocument, range }): Promise<CodeAction[]> => {
    const document = opened(textDocument.uri);
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const near = (await diagnosticsOf(document)).filter(
      ({ span }) => span.offset <= to && span.offset + span.length >= from,
    );
    return near.flatMap(({ cures, code }) =>
      cures.map(({ title, edits }) => ({
        title: `${title} (${code})`,
        kind: CodeActionKind.QuickFix,
        edit: { changes: { [document.uri]: textEdits(document, edits) } },
      })),
    );
  });

  connection.onDocumentColor(({ textDocument }) => {
    const document = opened(textDocument.uri);
    return coloursIn(document.getText()).map(({ offset, length, color }) => {
      const part = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return {
        range: rangeOf(document, offset, length),
        color: { red: part(1), green: part(3), blue: part(5), alpha: 1 },
      };
    });
  });
  connection.onColorPresentation(({ color: { red, green, blue } }) => {
    const hex = (share: number) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0');
    return [{ label: `#${hex(red)}${hex(green)}${hex(blue)}` }];
  });

  connection.languages.semanticTokens.on(({ textDocument }) => {
    const document = opened(textDocument.uri);
    const data: number[] = [];
    let before = { line: 0, character: 0 };
    for (const { offset, length, class: of } of highlight(document.getText())) {
      const at = document.positionAt(offset);
      const sameLine = at.line === before.line;
      data.push(
        at.line - before.line,
        sameLine ? at.character - before.character : at.character,
        length,
        TOKEN_OF[of] ?? 0,
        0,
      );
      before = at;
    }
    return { data };
  });

  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => {
    connection.onExit(() => resolve());
    input.once('end', () => resolve());
    input.once('close', () => resolve());
  });
}
