import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/**
 * A stand-in for a server with a language model, for tests: no model fits into them. It speaks the real protocols, OpenAI's
 * chat completions and responses as Server-Sent Events and Ollama's lines of JSON, and misbehaves as it is told.
 */
export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they came. */
  readonly requests: readonly ModelRequest[];
  /** How many answers ended because whoever asked had gone. */
  left(): number;
}

export interface ModelRequest {
  readonly path: string;
  readonly authorization: string | null;
  /** Their names. */
  readonly headers: readonly string[];
  /** What was said to the model; empty where no model was asked. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly body: unknown;
}

/** What the server does with a request to the model. */
export type Reaction =
  | { readonly say: string; readonly finish?: 'stop' | 'length'; readonly slowly?: boolean }
  /** Says the beginning of it and cuts the connection. */
  | { readonly breakOff: string }
  /** Begins well, and says in the middle why it can't go on. */
  | { readonly complain: string }
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Answers never. */
  | 'silence'
  /** Talks without an end. */
  | { readonly forever: string };

interface Protocol {
  readonly type: string;
  /** Before the first piece. */
  readonly begin?: string;
  text(piece: string): string;
  end(finish: 'stop' | 'length', said: string): string;
  fault(message: string): string;
  readonly lists: Readonly<Record<string, unknown>>;
}

const MODEL = 'small-model';
const sse = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const chunk = (choice: object): object => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 0,
  model: MODEL,
  choices: [{ index: 0, ...choice }],
});
const line = (part: object): string =>
  `${JSON.stringify({ model: MODEL, created_at: '2026-01-01T00:00:00Z', ...part })}\n`;

/** One event of OpenAI's responses; the texts are gathered, since the whole message comes at the end once more. */
const event = (type: string, more: object): string => `event: ${type}\n${sse({ type, ...more })}`;
const response = (status: string, more: object = {}): object => ({
  id: 'r',
  object: 'response',
  status,
  output: [],
  ...more,
});

const PROTOCOLS: Readonly<Record<'openai' | 'ollama' | 'responses', Protocol>> = {
  responses: {
    type: 'text/event-stream',
    begin:
      event('response.created', { response: response('in_progress') }) +
      event('response.output_item.added', {
        output_index: 0,
        item: { id: 'm', type: 'message', role: 'assistant', content: [] },
      }),
    text: (delta) => event('response.output_text.delta', { item_id: 'm', output_index: 0, content_index: 0, delta }),
    end: (finish, said) =>
      event('response.output_item.done', {
        output_index: 0,
        item: { id: 'm', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: said }] },
      }) +
      event(finish === 'length' ? 'response.incomplete' : 'response.completed', {
        response: response(finish === 'length' ? 'incomplete' : 'completed', {
          ...(finish === 'length' ? { incomplete_details: { reason: 'max_output_tokens' } } : {}),
          usage: {
            input_tokens: 11,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: 7,
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: 18,
          },
        }),
      }),
    fault: (message) => event('error', { code: 'server_error', message, param: null }),
    lists: { '/models': { object: 'list', data: [{ id: MODEL, object: 'model' }] } },
  },
  openai: {
    type: 'text/event-stream',
    text: (content) => sse(chunk({ delta: { content }, finish_reason: null })),
    end: (finish_reason) =>
      sse(chunk({ delta: {}, finish_reason })) +
      sse({ ...chunk({}), choices: [], usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 } }) +
      'data: [DONE]\n\n',
    fault: (message) => sse({ error: { message, type: 'server_error' } }),
    lists: { '/models': { object: 'list', data: [{ id: MODEL, object: 'model' }] } },
  },
  ollama: {
    type: 'application/x-ndjson',
    text: (content) => line({ message: { role: 'assistant', content }, done: false }),
    end: (done_reason) =>
      line({
        message: { role: 'assistant', content: '' },
        done: true,
        done_reason,
        prompt_eval_count: 11,
        eval_count: 7,
      }),
    fault: (error) => `${JSON.stringify({ error })}\n`,
    lists: {
      '/api/version': { version: '0.9.9' },
      '/api/tags': { models: [{ name: `${MODEL}:latest`, size: 1 }] },
    },
  },
};

/** What is said is a text, or is made of parts that hold texts. */
const contentSchema = z.union([
  z.string(),
  z.array(z.looseObject({ text: z.string().default('') })).transform((parts) => parts.map(({ text }) => text).join('')),
]);
const messageSchema = z.object({ role: z.string(), content: contentSchema });
/** Things of other kinds, such as calls of tools, are said by nobody. */
const messagesSchema = z
  .array(z.unknown())
  .default([])
  .transform((all) => all.flatMap((each) => messageSchema.safeParse(each).data ?? []));
const textsSchema = z.object({ input: z.array(z.string()) });

/** How often each letter stands in a text: no meaning, but the same for the same text. */
export const letterVector = (text: string): number[] =>
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => text.toLowerCase().split(letter).length - 1);

const bodySchema = z.object({ messages: messagesSchema, input: messagesSchema });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const each of request) chunks.push(each);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : JSON.parse(text);
}

/** Also comes to an end where the other side has gone. */
const written = (response: ServerResponse, text: string): Promise<unknown> =>
  new Promise((done) => response.write(text, done));

/** Words, so that a script comes in many pieces. */
const piecesOf = (text: string): string[] => text.split(/(?<=\s)/);

/**
 * Starts one on a free port of this machine. `react` is asked for each request to the model, the first being 1. To
 * questions about itself it answers well, not at all (`mute`), as if they meant somebody `elsewhere`, or with
 * 404 (`unlisted`).
 */
export async function modelServer(
  speaks: keyof typeof PROTOCOLS,
  react: (request: ModelRequest, count: number) => Reaction,
  about: 'well' | 'elsewhere' | 'mute' | 'unlisted' = 'well',
): Promise<ModelServer> {
  const protocol = PROTOCOLS[speaks];
  const requests: ModelRequest[] = [];
  const counts = { asked: 0, left: 0 };

  const answer = async (reaction: Reaction, response: ServerResponse): Promise<void> => {
    if (reaction === 'silence') return;
    if ('status' in reaction) {
      response.writeHead(reaction.status, { 'content-type': 'application/json', ...reaction.headers });
      response.end(reaction.body ?? JSON.stringify({ error: { message: 'told to fail' } }));
      return;
    }
    response.writeHead(200, { 'content-type': protocol.type });
    if (protocol.begin) response.write(protocol.begin);
    if ('forever' in reaction) {
      while (!response.destroyed) await written(response, protocol.text(reaction.forever));
      return;
    }
    if ('complain' in reaction) {
      response.end(protocol.text('scene "x" {\n') + protocol.fault(reaction.complain));
      return;
    }
    const slowly = 'say' in reaction && reaction.slowly;
    for (const piece of piecesOf('say' in reaction ? reaction.say : reaction.breakOff)) {
      if (response.destroyed) return;
      await written(response, protocol.text(piece));
      if (slowly) await wait(5);
    }
    if ('breakOff' in reaction) response.destroy();
    else response.end(protocol.end(reaction.finish ?? 'stop', reaction.say));
  };

  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) counts.left += 1;
    });
    void (async () => {
      const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/v1/, '');
      const list = protocol.lists[path];
      const body = await bodyOf(request);
      const { input, messages: chat } = bodySchema.parse(body);
      const messages = [...chat, ...input];
      const seen = {
        path,
        authorization: request.headers.authorization ?? null,
        headers: Object.keys(request.headers),
        messages,
        body,
      };
      requests.push(seen);
      if (list !== undefined) {
        if (about === 'mute') return;
        if (about === 'unlisted') {
          response.writeHead(404).end();
          return;
        }
        const told = about === 'well' ? list : { hello: 'world' };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
        return;
      }
      if (path === '/embeddings' || path === '/api/embed') {
        const vectors = textsSchema.parse(body).input.map(letterVector);
        const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse();
        const told = speaks === 'ollama' ? { embeddings: vectors } : { object: 'list', data };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
        return;
      }
      counts.asked += 1;
      await answer(react(seen, counts.asked), response);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${speaks === 'ollama' ? '' : '/v1'}`,
    requests,
    left: () => counts.left,
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The name of the only model that the stand-in has. */
export const ONLY_MODEL = MODEL;
