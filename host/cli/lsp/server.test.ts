import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node.js';
import { TextDocument } from 'vscode-languageserver-textdocument';

const BIN = fileURLToPath(new URL('../opencommotion.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lsp-'));
afterAll(() => rmSync(folder, { recursive: true }));
const uri = pathToFileURL(join(folder, 'open.scene')).href;

const GOOD = `scene "Farm" {
  environment day-meadow
  actor bess is cow at (300, 540)
  say line "The cow jumps."
  on line.jumps { move bess to (800, 540) over 2s as leap }
  after leap { change bess color to #ff8800 }
}
`;

/** A real client at the real program: everything goes over the wire. */
class Client {
  readonly child = spawn(process.execPath, [BIN, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  readonly connection: ProtocolConnection;
  readonly exited: Promise<number | null>;
  readonly #said: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();
  #version = 0;

  constructor() {
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (said: PublishDiagnosticsParams) => {
      this.#said.push(said);
      for (const look of this.#waiting) look();
    });
    this.connection.listen();
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
  }

  async open(text: string): Promise<void> {
    await this.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'scene', version: ++this.#version, text },
    });
  }

  /** Replaces the whole text and waits for what is said of it. */
  async change(text: string): Promise<PublishDiagnosticsParams> {
    const version = ++this.#version;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return this.diagnostics(version);
  }

  diagnostics(version = this.#version): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      const look = () => {
        const said = this.#said.find((each) => each.version === version);
        if (!said) return;
        this.#waiting.delete(look);
        resolve(said);
      };
      this.#waiting.add(look);
      look();
    });
  }

  ask<T>(method: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }
}

const positionOf = (text: string, part: string, behind = 0) => {
  const document = TextDocument.create(uri, 'scene', 0, text);
  return document.positionAt(text.indexOf(part) + behind);
};
const edited = (text: string, edits: readonly TextEdit[] | undefined) =>
  TextDocument.applyEdits(TextDocument.create(uri, 'scene', 0, text), [...(edits ?? [])]);

describe('the language server, over the wire', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(async () => {
    client.connection.dispose();
    client.child.kill();
    await client.exited;
  });

  it('says what is wrong, offers the cure, and is content when it is taken', async () => {
    const bad = GOOD.replace('is cow', 'is kow');
    await client.open(bad);
    const { diagnostics } = await client.diagnostics();
    expect(diagnostics[0]).toMatchObject({
      code: 'dsl/unknown-kind',
      severity: 1,
      range: { start: { line: 2, character: 16 } },
    });
    const range = diagnostics[0]?.range;
    const actions = await client.ask<CodeAction[]>('codeAction', { range, context: { diagnostics } });
    const cured = edited(bad, actions[0]?.edit?.changes?.[uri]);
    expect(cured).toBe(GOOD);
    expect((await client.change(cured)).diagnostics).toEqual([]);
  });

  it('completes, explains, finds and renames', async () => {
    await client.open(GOOD);
    const typed = GOOD.replace('\n}', '\n  on line.\n}');
    await client.change(typed);
    const words = await client.ask<CompletionItem[]>('completion', { position: positionOf(typed, 'on line.\n', 8) });
    expect(words.map(({ label }) => label)).toEqual(['The', 'cow', 'jumps']);

    await client.change(GOOD);
    const hover = await client.ask<{ contents: string }>('hover', { position: positionOf(GOOD, 'cow at', 1) });
    expect(hover.contents).toContain('spots');
    const place = positionOf(GOOD, 'move bess', 6);
    expect(await client.ask('definition', { position: place })).toMatchObject({
      range: { start: { line: 2, character: 8 } },
    });
    expect(
      await client.ask<unknown[]>('references', { position: place, context: { includeDeclaration: true } }),
    ).toHaveLength(3);
    const { changes } = await client.ask<WorkspaceEdit>('rename', { position: place, newName: 'rosa' });
    expect(edited(GOOD, changes?.[uri])).toBe(GOOD.replaceAll('bess', 'rosa'));
    await expect(client.ask('rename', { position: place, newName: 'line' })).rejects.toThrow(/can't be called/);
  });

  it('formats, lists what is declared, shows colours and classes of words', async () => {
    await client.open(GOOD);
    const untidy = GOOD.replace('  environment', '      environment   ');
    await client.change(untidy);
    const options = { options: { tabSize: 2, insertSpaces: true } };
    expect(edited(untidy, await client.ask<TextEdit[]>('formatting', options))).toBe(GOOD);
    const symbols = await client.ask<{ name: string }[]>('documentSymbol');
    expect(symbols.map(({ name }) => name)).toEqual(expect.arrayContaining(['bess', 'line', 'leap']));
    const colors = await client.ask<{ color: { red: number } }[]>('documentColor');
    expect(colors[0]?.color.red).toBe(1);
    expect(
      await client.ask('colorPresentation', { color: { red: 0, green: 1, blue: 0, alpha: 1 }, range: {} }),
    ).toEqual([{ label: '#00ff00' }]);
    const { data } = await client.ask<{ data: number[] }>('semanticTokens/full');
    expect(data.slice(0, 5)).toEqual([0, 0, 5, 0, 0]);
    expect(data.length % 5).toBe(0);
  });

  it('reads the data that lies beside the document', async () => {
    writeFileSync(join(folder, 'sold.csv'), 'year,sold\n2024,3\n2025,5\n');
    await client.open('scene "A" {\n  chart c is curve from "sold.csv" at center\n}\n');
    expect((await client.diagnostics()).diagnostics).toEqual([]);
  });

  it('bears a huge document and questions about one that is not open', async () => {
    await client.open(`scene "A" {\n${'  turn moon by 9deg\n'.repeat(20_000)}}\n`);
    expect((await client.diagnostics()).diagnostics.length).toBeGreaterThan(0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await expect(client.ask('hover', { position: { line: 0, character: 0 } })).rejects.toThrow(/not open/);
  });

  it('ends when it is told to', async () => {
    await client.open(GOOD);
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect(await client.exited).toBe(0);
  });

  it('ends when its line is cut, also behind garbage', async () => {
    client.child.stdin.write('this is no message\r\n\r\n{{{{');
    client.child.stdin.end();
    expect(await client.exited).not.toBeNull();
  });
});
