import { describe, expect, it } from 'vitest';
import { emptyScene } from '../fixtures.ts';
import type { CompileRequest } from './compile-protocol.ts';
import { type CompileChannel, Compiler } from './compiler.ts';

const timeline = emptyScene();

function channel(): CompileChannel & { requests: CompileRequest[]; answer(outcome: unknown): void } {
  const requests: CompileRequest[] = [];
  return {
    requests,
    postMessage: (request) => void requests.push(request),
    onmessage: null,
    onerror: null,
    answer(outcome) {
      this.onmessage?.({ data: { id: requests.at(-1)?.id, outcome } });
    },
  };
}

describe('the compiler', () => {
  it('keeps only the newest wish while one is being compiled', async () => {
    const worker = channel();
    const compiler = new Compiler(worker);
    const results = ['one', 'two', 'three'].map((text) => compiler.compile(text, '2d', null));
    expect(worker.requests.map(({ text }) => text)).toEqual(['one']);
    worker.answer({ timeline, diagnostics: [] });
    expect(await results[0]).toBeNull();
    expect(await results[1]).toBeNull();
    expect(worker.requests.map(({ text }) => text)).toEqual(['one', 'three']);
    worker.answer({ timeline, diagnostics: [] });
    expect((await results[2])?.timeline).toEqual(timeline);
  });

  it('refuses an answer that is no timeline, and goes on', async () => {
    const worker = channel();
    const compiler = new Compiler(worker);
    const first = compiler.compile('one', '2d', null);
    worker.answer({ timeline: { ...timeline, mode: '4d' }, diagnostics: [] });
    await expect(first).rejects.toThrow('does not fit');
    const second = compiler.compile('two', '2d', null);
    worker.answer({ failure: 'out of words' });
    await expect(second).rejects.toThrow('out of words');
  });
});
