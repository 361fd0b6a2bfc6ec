import { describe, expect, it } from 'vitest';
import { composeWithModel, type ModelPiece } from './compose-with-model.ts';
import type { Message } from './conversation.ts';
import { all } from './proof/provider-faults.ts';

const SCENE = 'scene "A" {\n  // one\n  // two\n}\n';
const request = { prompt: 'a cow', currentScript: null, failed: null, seed: 1 };
const text = (said: string): ModelPiece => ({ type: 'text', text: said });
const end = (input: number | null = 3, output: number | null = 2, cut = false): ModelPiece => ({
  type: 'end',
  cut,
  input_tokens: input,
  output_tokens: output,
});

/** A model that says `answers`, one for each time that it is asked. */
function composing(answers: readonly (readonly (ModelPiece | Error)[])[], signal = new AbortController().signal) {
  const asked: (readonly Message[])[] = [];
  async function* ask(messages: readonly Message[]): AsyncGenerator<ModelPiece> {
    asked.push([...messages]);
    for (const piece of answers[asked.length - 1] ?? []) {
      if (piece instanceof Error) throw piece;
      yield piece;
    }
  }
  const conversation = { server: 'The server', model: 'm', secret: 'hunter2!', requests: () => asked.length, ask };
  return { asked, pieces: composeWithModel(conversation, { brief: 'brief', request, signal }) };
}

describe('composing with a model', () => {
  it('hands each line over as soon as it is whole', async () => {
    const { pieces } = composing([[text('scene "A" {\n  //'), text(' one\n  // t'), text('wo\n}\n'), end()]]);
    const said = (await all(pieces)).map((piece) => (piece.type === 'script' ? piece.text : piece.type));
    expect(said).toEqual(['scene "A" {\n', '  // one\n', '  // two\n}\n', 'done']);
  });

  it('adds up what the asking cost', async () => {
    const { pieces } = composing([
      [text('What?'), end(3, 2)],
      [text(SCENE), end(5, 4)],
    ]);
    expect((await all(pieces)).at(-1)).toMatchObject({
      type: 'done',
      summary: 'Written by m.',
      usage: { model: 'm', input_tokens: 8, output_tokens: 6, requests: 2 },
    });
  });

  it('does not know the sum where one part is not told', async () => {
    const { pieces } = composing([
      [text('What?'), end(3, 2)],
      [text(SCENE), end(null, 4)],
    ]);
    expect((await all(pieces)).at(-1)).toMatchObject({ usage: { input_tokens: null, output_tokens: 6 } });
  });

  it('shows a model that gave no script what it said, and asks once more', async () => {
    const { asked, pieces } = composing([
      [text('What?'), end()],
      [text(SCENE), end()],
    ]);
    await all(pieces);
    expect(asked.map((messages) => messages.map(({ role }) => role))).toEqual([
      ['system', 'user'],
      ['system', 'user', 'assistant', 'user'],
    ]);
    expect(asked[1]?.[2]?.content).toBe('What?');
  });

  it.each<[string, readonly (ModelPiece | Error)[], string]>([
    ['its limit was reached', [text(SCENE), end(3, 2, true)], 'answer-cut-off'],
    ['it only stops', [text('scene "A" {\n')], 'answer-cut-off'],
    ['it says nothing and does not end', [], 'answer-invalid'],
    ['the connection breaks', [text('scene "A" {\n'), new TypeError('terminated')], 'answer-cut-off'],
    ['it can not be read', [new SyntaxError('malformed')], 'answer-invalid'],
    ['it is a million letters long', [text('a'.repeat(600_000)), text('b'.repeat(600_000))], 'answer-too-long'],
  ])('fails where %s', async (_why, answer, code) => {
    await expect(all(composing([answer]).pieces)).rejects.toMatchObject({ name: 'PluginFailure', code });
  });

  it('shows no key, even if model or server repeat it', async () => {
    const talk = [text('your key is hunter2!'), end()];
    for (const answers of [[talk, talk], [[new Error('hunter2! is not valid')]]]) {
      const failure = await all(composing(answers).pieces).catch((error: unknown) => error);
      expect(String(failure)).toContain('[secret]');
      expect(JSON.stringify(failure) + String(failure)).not.toContain('hunter2!');
    }
  });

  it('asks nothing when it is already given up', async () => {
    const { asked, pieces } = composing([[text(SCENE), end()]], AbortSignal.abort());
    await expect(all(pieces)).rejects.toMatchObject({ code: 'aborted' });
    expect(asked).toEqual([]);
  });

  it('stops between two pieces when it is given up there', async () => {
    const control = new AbortController();
    const { pieces } = composing([[text('scene "A" {\n'), text('  // one\n'), end()]], control.signal);
    await pieces.next();
    control.abort();
    await expect(pieces.next()).rejects.toMatchObject({ code: 'aborted' });
  });
});
