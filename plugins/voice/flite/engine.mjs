/** Runs Flite, a WASI command, with one folder of the machine under /work: `engine.mjs WASM FOLDER ARGUMENTS…`. */
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [wasm, folder, ...words] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: ['flite', ...words], preopens: { '/work': folder } });
const module = await WebAssembly.compile(await readFile(wasm));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
