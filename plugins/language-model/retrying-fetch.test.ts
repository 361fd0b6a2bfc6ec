import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CallerSettings, createCaller } from './retrying-fetch.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that gives `answers` in turn, the last of them for ever. */
async function serving(...answers: readonly Answer[]) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    (answers[asked.length - 1] ?? answers.at(-1))?.(response, request);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { asked, url, [Symbol.asyncDispose]: close };
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);

const callerWith = (more: Partial<CallerSettings> = {}) =>
  createCaller({
    server: 'The server',
    signal: new AbortController().signal,
    retries: 2,
    firstWaitMs: 1,
    secret: null,
    ...more,
  });

afterEach(() => vi.restoreAllMocks());

describe('a call to a server', () => {
  it.each([408, 409, 425, 429, 500, 502, 503, 504, 529])('is made again after %i', async (code) => {
    await using server = await serving(status(code), status(200, {}, 'good'));
    const caller = callerWith();
    expect(await (await caller.fetch(server.url)).text()).toBe('good');
    expect(caller.requests()).toBe(2);
    expect(server.asked).toHaveLength(2);
  });

  it.each<[number, string]>([
    [400, 'request-refused'],
    [401, 'key-refused'],
    [403, 'key-refused'],
    [404, 'not-found'],
    [413, 'too-long'],
    [422, 'request-refused'],
  ])('is not made again after %i, which no waiting mends', async (code, name) => {
    await using server = await serving(status(code, {}, '{"why":\n  "so"}'));
    await expect(callerWith().fetch(server.url)).rejects.toMatchObject({
      code: name,
      message: expect.stringContaining(`(HTTP ${code}): {"why": "so"}`),
    });
    expect(server.asked).toHaveLength(1);
  });

  it('is made again where the connection breaks before an answer', async () => {
    await using server = await serving((response) => response.destroy(), status(200, {}, 'good'));
    expect(await (await callerWith().fetch(server.url)).text()).toBe('good');
  });

  it('waits as long as the server asks for', async () => {
    const times = [{ 'retry-after': '0' }, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }];
    for (const headers of times) {
      await using server = await serving(status(429, headers), status(200));
      // With its own wait this would not end before the test does.
      expect((await callerWith({ firstWaitMs: 60_000 }).fetch(server.url)).status).toBe(200);
    }
  });

  it('does not wait where the server asks for minutes, and says how many seconds', async () => {
    await using server = await serving(status(429, { 'retry-after': '600' }));
    await expect(callerWith().fetch(server.url)).rejects.toMatchObject({
      code: 'rate-limited',
      cure: expect.stringContaining('600 s'),
    });
    expect(server.asked).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('is not led elsewhere by %i', async (code) => {
    await using elsewhere = await serving(status(200));
    await using server = await serving(status(code, { location: elsewhere.url }));
    await expect(callerWith({ secret: 'hunter2!' }).fetch(server.url)).rejects.toMatchObject({ code: 'redirected' });
    expect(elsewhere.asked).toEqual([]);
  });

  it('carries the key, and no header that others added', async () => {
    await using server = await serving(status(200));
    const headers = { authorization: 'Bearer another', 'openai-organization': 'org', 'x-custom': '1' };
    await callerWith({ secret: 'hunter2!' }).fetch(server.url, { headers });
    await callerWith().fetch(server.url, { headers });
    expect(server.asked.map((request) => request.headers.authorization)).toEqual(['Bearer hunter2!', undefined]);
    for (const request of server.asked) {
      expect(request.headers).not.toHaveProperty('openai-organization');
      expect(request.headers).not.toHaveProperty('x-custom');
    }
  });

  it('does not show the key that a server repeats, not even at the edge of what is shown', async () => {
    const secret = 'hunter2-hunter2-hunter2';
    await using server = await serving(status(400, {}, `${'a'.repeat(290)} ${secret} ${secret}`));
    const failure = await callerWith({ secret })
      .fetch(server.url)
      .catch((error: unknown) => error);
    expect(String(failure)).not.toContain('hunter');
  });

  it('is stopped where the answer is larger than any script', async () => {
    const block = 'a'.repeat(1024 * 1024);
    const pour: Answer = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    };
    await using server = await serving(pour);
    const answer = await callerWith().fetch(server.url);
    const sizes = async (): Promise<void> => {
      for await (const _chunk of answer.body ?? []);
    };
    await expect(sizes()).rejects.toMatchObject({ code: 'answer-too-long' });
  });

  it('is told apart from a web page', async () => {
    await using server = await serving(status(200, { 'content-type': 'Text/HTML; charset=utf-8' }, '<p>Log in!'));
    await expect(callerWith().fetch(server.url)).rejects.toMatchObject({ code: 'answer-invalid' });
    expect(server.asked).toHaveLength(1);
  });

  it('is not made where it is already given up', async () => {
    await using server = await serving(status(200));
    await expect(callerWith({ signal: AbortSignal.abort() }).fetch(server.url)).rejects.toMatchObject({
      code: 'aborted',
    });
    expect(server.asked).toEqual([]);
  });
});
