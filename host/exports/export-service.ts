import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HostError } from '../errors.ts';
import { replaceFile } from '../replace-file.ts';
import { ExportFault } from './export-fault.ts';
import { type ExportRequest, type ExportState, exportRequestSchema, exportStateSchema } from './export-request.ts';
import { type ExportTools, makeExport } from './export-work.ts';

const MOST_WAITING = 20;
const MOST_KEPT = 100;
const ID = /^[0-9a-f-]{36}$/;

const recordSchema = z.object({ request: exportRequestSchema, state: exportStateSchema });
type Record = z.output<typeof recordSchema>;

/**
 * Exports one after the other, since one takes the whole machine. Each has a folder, `data/exports/<id>`, with what was
 * asked for and how far it is: a host that was killed goes on with it.
 */
export class ExportService {
  readonly #folder: string;
  readonly #tools: ExportTools;
  readonly #now: () => number;
  readonly #records = new Map<string, Record>();
  readonly #running = new Map<string, AbortController>();
  #queue: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(dataDir: string, tools: ExportTools, now: () => number) {
    this.#folder = join(dataDir, 'exports');
    this.#tools = tools;
    this.#now = now;
  }

  /** Takes up what an earlier host has left; what cannot be read is left alone. */
  async resume(): Promise<void> {
    const ids = (await readdir(this.#folder).catch(() => [])).filter((name) => ID.test(name));
    for (const id of ids) {
      const text = await readFile(join(this.#folder, id, 'export.json'), 'utf8').catch(() => null);
      const record = text === null ? null : readRecord(text);
      if (record) this.#records.set(id, record);
    }
    for (const { state } of this.list()) if (isOpen(state)) this.#enqueue(state.export_id);
  }

  /** @throws HostError `exports_busy` where too many wait */
  async begin(request: ExportRequest): Promise<ExportState> {
    if (this.list().filter(({ state }) => isOpen(state)).length >= MOST_WAITING) {
      throw new HostError('exports_busy', { waiting: MOST_WAITING });
    }
    const export_id = randomUUID();
    const state: ExportState = {
      export_id,
      state: 'queued',
      format: request.format,
      mode: request.mode,
      created_at: new Date(this.#now()).toISOString(),
      progress: { done: 0, frames: 0 },
      ...{ file_url: null, bytes: null, warnings: [], degrade_notes: [], error: null },
    };
    this.#records.set(export_id, { request, state });
    await this.#save(export_id);
    this.#enqueue(export_id);
    await this.#forgetOldest();
    return state;
  }

  /** Newest first. */
  list(): readonly Record[] {
    return [...this.#records.values()].sort((a, b) => (a.state.created_at < b.state.created_at ? 1 : -1));
  }

  /** @throws HostError `export_not_found` */
  state(id: string): ExportState {
    const record = this.#records.get(id);
    if (!record) throw new HostError('export_not_found');
    return record.state;
  }

  /** @throws HostError `export_not_found`, `export_not_ready` */
  fileOf(id: string): { readonly folder: string; readonly name: string } {
    const { state, format } = this.state(id);
    if (state !== 'done') throw new HostError('export_not_ready', { state });
    return { folder: join(this.#folder, id), name: `film.${format}` };
  }

  /** Ends one that runs or waits, and removes what there is of it. */
  async remove(id: string): Promise<void> {
    this.state(id);
    this.#records.delete(id);
    this.#running.get(id)?.abort();
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Ends what runs; it is taken up again by the next host. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const running of this.#running.values()) running.abort();
    await this.#queue;
  }

  #enqueue(id: string): void {
    this.#queue = this.#queue.then(() => this.#run(id));
  }

  async #run(id: string): Promise<void> {
    const record = this.#records.get(id);
    if (!record || this.#stopped) return;
    const abort = new AbortController();
    this.#running.set(id, abort);
    const folder = join(this.#folder, id);
    try {
      this.#note(id, { state: 'running' });
      await this.#save(id);
      const { bytes, warnings, degrade_notes } = await makeExport(record.request, this.#tools, folder, {
        signal: abort.signal,
        onProgress: ({ done, frames }) => this.#note(id, { progress: { done, frames } }),
      });
      if (!this.#records.has(id)) return;
      await writeFile(join(folder, `film.${record.request.format}`), bytes);
      this.#note(id, {
        state: 'done',
        file_url: `/v2/exports/${id}/file`,
        bytes: bytes.length,
        warnings: [...warnings],
        degrade_notes: [...degrade_notes],
      });
      await this.#save(id);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#note(id, { state: 'failed', error: faultOf(error) });
      await this.#save(id);
    } finally {
      this.#running.delete(id);
    }
  }

  #note(id: string, news: Partial<ExportState>): void {
    const record = this.#records.get(id);
    if (record) this.#records.set(id, { ...record, state: { ...record.state, ...news } });
  }

  /** Whole or not at all: a power cut leaves the record before. */
  async #save(id: string): Promise<void> {
    const record = this.#records.get(id);
    if (!record) return;
    const folder = join(this.#folder, id);
    await mkdir(folder, { recursive: true });
    await replaceFile(join(folder, 'export.json'), JSON.stringify(record), { durable: true });
  }

  async #forgetOldest(): Promise<void> {
    const ended = this.list().filter(({ state }) => !isOpen(state));
    for (const { state } of ended.slice(MOST_KEPT)) await this.remove(state.export_id);
  }
}

function readRecord(text: string): Record | null {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const isOpen = ({ state }: ExportState): boolean => state === 'queued' || state === 'running';

function faultOf(error: unknown): NonNullable<ExportState['error']> {
  if (error instanceof ExportFault) return { code: error.code, message: error.message, cure: error.cure };
  if (error instanceof HostError) return { code: error.code, message: error.message, cure: 'See its details.' };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'export/failed', message, cure: 'Try again; the parts that were made are kept.' };
}
