import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { listen, testHost } from '../fixtures/test-host.ts';

/**
 * Conversations of clients with a host, as they were recorded: what was asked, what was answered, what came over the
 * event socket. `UPDATE=1` records anew. In a path or body, `{{step.path}}` stands for what an earlier step answered.
 */
const conversationSchema = z.object({
  client: z.string(),
  socket: z.string(),
  steps: z.array(
    z.object({
      ask: z.object({ method: z.enum(['GET', 'POST']), path: z.string(), body: z.unknown().optional() }),
      answer: z.unknown(),
    }),
  ),
  events: z.unknown(),
});

const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '<id>'],
  [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, '<time>'],
  [/^\/v1\/audio\/[0-9a-f]{64}\.wav$/, '/v1/audio/<hash>.wav'],
  [/[0-9a-f]{64}/, '<hash>'],
  [/^\d+-\d+-[0-9a-f]{12}$/, '<operation>'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
];

/** The same every time: ids and times have no value, and of a list the first two are enough to see what it holds. */
function settled(value: unknown): unknown {
  if (typeof value === 'string') return VOLATILE.reduce((text, [what, instead]) => text.replace(what, instead), value);
  if (Array.isArray(value)) {
    const more = value.length > 2 ? [`… ${value.length - 2} more`] : [];
    return [...value.slice(0, 2).map(settled), ...more];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, settled(each)]));
}

const under = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], body);

/** Puts answers of earlier steps where they are asked for; a text that is nothing but one becomes the thing itself. */
function filled(value: unknown, answers: readonly unknown[]): unknown {
  if (typeof value === 'string') {
    const whole = /^\{\{([\w.]+)\}\}$/.exec(value)?.[1];
    if (whole !== undefined) return under(answers, whole);
    return value.replaceAll(/\{\{([\w.]+)\}\}/g, (_, path: string) => String(under(answers, path)));
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, answers)]));
}

describe('a client of the earlier OpenCommotion', () => {
  it.each(['v1', 'v2'])('of version %s is answered as it was', async (version) => {
    const file = new URL(`conversations/${version}.json`, import.meta.url);
    const recorded = conversationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    await using host = await testHost({
      pluginOptions: {
        'provider/scripted': { file: fileURLToPath(new URL('conversations/scripts.json', import.meta.url)) },
      },
      voice: { tts: 'metronome', stt: 'auto', requireReal: false },
    });
    const address = await listen(host);
    const socket = new WebSocket(`${address.replace('http', 'ws')}${recorded.socket}`);
    const events: unknown[] = [];
    socket.addEventListener('message', ({ data }) => events.push(JSON.parse(String(data))));
    await new Promise((open) => socket.addEventListener('open', open));

    const answers: unknown[] = [];
    for (const { ask } of recorded.steps) {
      const { method, path, body } = filled(ask, answers) as typeof ask;
      const response = await fetch(`${address}${path}`, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const type = response.headers.get('content-type') ?? '';
      answers.push({ status: response.status, type, body: type.includes('json') ? await response.json() : '<bytes>' });
      if (!type.includes('json')) await response.body?.cancel().catch(() => undefined);
    }
    const told = Number(under(recorded, 'events.length') ?? 0);
    await vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(told));
    socket.close();

    const now = {
      ...recorded,
      steps: recorded.steps.map(({ ask }, at) => ({ ask, answer: settled(answers[at]) })),
      events: events.map(settled),
    };
    if (process.env.UPDATE === '1') await writeFile(file, `${JSON.stringify(now, null, 2)}\n`);
    else expect(now).toEqual(recorded);
  });
});
