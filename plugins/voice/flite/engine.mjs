/**
 * Runs Flite, a WASI command, over the text that comes on standard input, with one folder of the machine under /work:
 * `engine.mjs WASM FOLDER ARGUMENTS…`.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { WASI } from 'node:wasi';

const [wasm, folder, ...words] = process.argv.slice(2);
// Not as a file: Flite parts a file's text at points and colons, and keeps the sound of the first part only.
const args = ['flite', ...words, '-t', await text(process.stdin)];
const wasi = new WASI({ version: 'preview1', args, preopens: { '/work': folder } });
const module = await WebAssembly.compile(await readFile(wasm));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
