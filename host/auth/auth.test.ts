import { describe, expect, it } from 'vitest';
import { createHost } from '../create-host.ts';
import { testHost } from '../fixtures/test-host.ts';
import { Secret } from '../secret.ts';

const KEY = 'a-key-of-some-length';
const locked = {
  auth: {
    mode: 'api-key',
    keys: [new Secret('another-key'), new Secret(KEY)],
    allowedIps: ['127.0.0.0/8'],
    allowedHosts: [],
    allowedOrigins: [],
  },
} as const;
const trusting = (allowedIps: readonly string[]) => ({
  auth: {
    ...locked.auth,
    mode: 'network-trust' as const,
    keys: [],
    allowedIps,
    allowedOrigins: ['https://friend.example'],
  },
});

describe('with keys', () => {
  it.each([
    ['/'],
    ['/health'],
    ['/openapi.json'],
    ['/docs/'],
    ['/metrics'],
    ['/v1/runtime/capabilities'],
    ['/v2/runtime/capabilities'],
    ['/v1/voice/capabilities'],
    ['/v1/llm/capabilities'],
  ])('%s is open to all', async (url) => {
    await using host = await testHost(locked);
    expect((await host.app.inject({ url })).statusCode).toBeLessThan(400);
  });

  it.each([
    ['no key', {}],
    ['a wrong key', { 'x-api-key': 'wrong' }],
    ['an empty key', { 'x-api-key': '' }],
    ['part of a key', { 'x-api-key': KEY.slice(0, -1) }],
    ['a wrong bearer', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: `Basic ${KEY}` }],
  ])('%s is 401', async (_what, headers) => {
    await using host = await testHost(locked);
    const { statusCode, json } = await host.app.inject({ url: '/v2/plugins', headers });
    expect([statusCode, json().detail.error]).toEqual([401, 'invalid_api_key']);
  });

  it.each([
    [{ 'x-api-key': KEY }],
    [{ 'x-api-key': 'another-key' }],
    [{ authorization: `Bearer ${KEY}` }],
    [{ authorization: `bearer ${KEY}` }],
  ])('%j comes in', async (headers) => {
    await using host = await testHost(locked);
    expect((await host.app.inject({ url: '/v2/plugins', headers })).statusCode).toBe(200);
  });

  it('a key in the address opens no HTTP path', async () => {
    await using host = await testHost(locked);
    expect((await host.app.inject({ url: `/v2/plugins?api_key=${KEY}` })).statusCode).toBe(401);
  });

  it('an address written otherwise is the same address', async () => {
    await using host = await testHost(locked);
    for (const url of ['/%76%32/plugins', '/v2/%70lugins', '/v2/plugins?x=/health'])
      expect((await host.app.inject({ url })).statusCode, url).toBe(401);
  });

  it('the key is asked for before the body is read', async () => {
    await using host = await testHost(locked);
    const { statusCode } = await host.app.inject({
      method: 'POST',
      url: '/v2/orchestrate',
      headers: { 'content-type': 'application/json' },
      payload: '{"broken',
    });
    expect(statusCode).toBe(401);
  });

  it('metrics are open from this machine alone', async () => {
    await using host = await testHost(locked);
    expect((await host.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(401);
  });

  it('keys show up nowhere', async () => {
    await using host = await testHost(locked);
    expect(JSON.stringify(host.config)).not.toContain(KEY);
    expect(`${host.config.auth.keys[0]}`).toBe('[secret]');
    const { payload } = await host.app.inject({ url: '/v2/runtime/capabilities' });
    expect(payload).not.toContain(KEY);
  });
});

describe('with a trusted network', () => {
  const ask = async (allowed: readonly string[], remoteAddress: string) => {
    await using host = await testHost(trusting(allowed));
    return (await host.app.inject({ url: '/v2/plugins', remoteAddress })).statusCode;
  };

  it.each([
    ['127.0.0.1', 200],
    ['127.9.9.9', 200],
    ['::ffff:127.0.0.1', 200],
    ['::1', 403],
    ['10.1.2.3', 200],
    ['10.2.2.3', 403],
    ['8.8.8.8', 403],
  ])('%s gets %i where 127.0.0.0/8 and 10.1.0.0/16 are trusted', async (address, status) => {
    expect(await ask(['127.0.0.0/8', '10.1.0.0/16'], address)).toBe(status);
  });

  it('a name that was rebound to this machine is refused', async () => {
    await using host = await testHost(trusting(['127.0.0.0/8']));
    for (const [name, status] of [
      ['evil.example', 403],
      ['evil.example:8000', 403],
      ['localhost:8000', 200],
      ['127.0.0.1:8000', 200],
      ['studio.localhost', 200],
      ['[::1]:8000', 200],
    ] as const)
      expect((await host.app.inject({ url: '/v2/plugins', headers: { host: name } })).statusCode, name).toBe(status);
  });

  it('pages of other sites change nothing', async () => {
    await using host = await testHost(trusting(['127.0.0.0/8']));
    const post = async (origin?: string) => {
      const headers = { host: 'localhost:8000', ...(origin === undefined ? {} : { origin }) };
      const { statusCode, json } = await host.app.inject({ method: 'POST', url: '/v2/events/ticket', headers });
      return statusCode === 200 ? 200 : json().detail.error;
    };
    expect(await post()).toBe(200);
    expect(await post('http://localhost:8000')).toBe(200);
    expect(await post('https://friend.example')).toBe(200);
    expect(await post('https://evil.example')).toBe('origin_not_allowed');
    expect(await post('http://localhost:9999')).toBe('origin_not_allowed');
    expect(await post('null')).toBe('origin_not_allowed');
  });
});

describe('a configuration', () => {
  it('is judged as a whole, each variable with its cure', async () => {
    const bad = { GATEWAY_PORT: '99999', OPENCOMMOTION_AUTH_MODE: 'none', OPENCOMMOTION_ALLOWED_IPS: '300.1.1.1' };
    const before = Object.fromEntries(Object.keys(bad).map((name) => [name, process.env[name]]));
    Object.assign(process.env, bad);
    try {
      await expect(createHost()).rejects.toMatchObject({
        name: 'ConfigError',
        problems: [
          expect.stringMatching(/^GATEWAY_PORT is "99999": it must be a port/),
          expect.stringMatching(/^OPENCOMMOTION_AUTH_MODE is "none": it must be api-key or network-trust/),
          expect.stringMatching(/^OPENCOMMOTION_ALLOWED_IPS .* CIDR/),
        ],
      });
    } finally {
      for (const name of Object.keys(bad)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });
});
