import type { Range, TextEdit } from 'vscode-languageserver/node.js';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../../dsl/index.ts';

/** The language counts in UTF-16 code units from the start of the text; so do editors, but line by line. */
export const rangeOf = (document: TextDocument, offset: number, length: number): Range => ({
  start: document.positionAt(offset),
  end: document.positionAt(offset + length),
});

export const textEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ offset, length, text }) => ({ range: rangeOf(document, offset, length), newText: text }));
