import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { listen, type TestHost, testHost } from '../fixtures/test-host.ts';
import { Secret } from '../secret.ts';

const builtIn: Partial<Config> = {
  provider: { id: 'heuristic', allowFallback: false, timeoutMs: 5_000, maxRepairs: 2 },
  voice: { tts: 'metronome', stt: 'auto', requireReal: false },
};
const COW = 'A cow jumps over the moon';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A client of the earlier OpenCommotion: it knows paths and fields, and nothing of this code. */
class Client {
  readonly #address: string;
  constructor(address: string) {
    this.#address = address;
  }
  async get(path: string): Promise<Answer> {
    return answerOf(await fetch(`${this.#address}${path}`));
  }
  async post(path: string, body: unknown = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return answerOf(await fetch(`${this.#address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  }
  async form(path: string, fields: Readonly<Record<string, Blob | string>>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return answerOf(await fetch(`${this.#address}${path}`, { method: 'POST', body }));
  }
  async turn(prompt = COW, session_id = 's1'): Promise<Record<string, unknown>> {
    return (await this.post('/v2/orchestrate', { session_id, prompt })).body;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : { text } };
}

/** What stands under a path like `scene.revision` or `engines.espeak.ready`. */
const under = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], body);

async function withClient(use: (client: Client, host: TestHost) => Promise<void>, overrides = builtIn): Promise<void> {
  await using host = await testHost(overrides);
  await use(new Client(await listen(host)), host);
}

const firstOf = (body: Record<string, unknown>, list: string): unknown => (under(body, list) as unknown[])[0];
const SOUND = new Blob([new Uint8Array(encodeWav(new Int16Array(1_600), 16_000))]);

type Row = readonly [
  name: string,
  ask: (client: Client) => Promise<Answer>,
  /** Fields of the body, with blanks between them. */
  fields: string,
  status?: number,
];

const ROWS: readonly Row[] = [
  ['GET /health', (c) => c.get('/health'), 'status service timestamp'],
  [
    'POST /v2/orchestrate',
    (c) =>
      c.post('/v2/orchestrate', {
        session_id: 's1',
        prompt: COW,
        scene_id: 'x',
        base_revision: 0,
        capabilities: {},
        intent: { rebuild: false },
      }),
    'version session_id scene_id turn_id base_revision revision text voice.segments timeline patches warnings degrade_notes explanation_text quality_report legacy_visual_patches',
  ],
  [
    'POST /v1/orchestrate',
    (c) => c.post('/v1/orchestrate', { session_id: 's1', prompt: COW }),
    'session_id turn_id timestamp text voice visual_strokes visual_patches timeline.duration_ms quality_report.ok quality_report.checks quality_report.warnings quality_report.failures',
  ],
  [
    'GET /v2/runtime/capabilities',
    (c) => c.get('/v2/runtime/capabilities'),
    'version renderers features.shaderRecipes features.gltfImport features.pbr features.particles features.physics limits shader_recipes llm voice.stt voice.tts security.mode security.enforcement_active security.api_keys_configured security.allowed_ips_configured',
  ],
  ['GET /v1/runtime/capabilities', (c) => c.get('/v1/runtime/capabilities'), 'llm voice security'],
  [
    'GET /v1/voice/capabilities',
    (c) => c.get('/v1/voice/capabilities'),
    'stt.selected_engine stt.strict_real_engines stt.real_engines tts.selected_engine tts.strict_real_engines tts.real_engines tts.engines.espeak.ready tts.engines.espeak.detail',
  ],
  [
    'GET /v1/llm/capabilities',
    (c) => c.get('/v1/llm/capabilities'),
    'selected_provider effective_ready providers.heuristic.ready',
  ],
  [
    'GET /v2/scenes/{scene_id}',
    async (c) => {
      await c.turn();
      return c.get('/v2/scenes/s1');
    },
    'scene_id scene.scene_id scene.revision scene.entity_count scene.material_count scene.behavior_count snapshots warnings',
  ],
  [
    'POST /v2/scenes/{scene_id}/snapshot',
    async (c) => {
      await c.turn();
      return c.post('/v2/scenes/s1/snapshot', { snapshot_name: 'first', persist_artifact: true });
    },
    'ok snapshot.scene_id snapshot.snapshot_id snapshot.summary artifact.artifact_id',
  ],
  [
    'POST /v2/scenes/{scene_id}/restore',
    async (c) => {
      await c.turn();
      const { body } = await c.post('/v2/scenes/s1/snapshot', {});
      return c.post('/v2/scenes/s1/restore', { snapshot_id: under(body, 'snapshot.snapshot_id') });
    },
    'ok',
  ],
  [
    'POST /v2/scenes/{scene_id}/restore of an unknown snapshot',
    async (c) => {
      await c.turn();
      return c.post('/v2/scenes/s1/restore', { snapshot_id: 'unknown' });
    },
    'detail.error',
    404,
  ],
  [
    'POST /v1/brush/compile',
    (c) =>
      c.post('/v1/brush/compile', {
        strokes: [
          {
            stroke_id: 'a',
            kind: 'spawnCharacter',
            params: { actor_id: 'cow' },
            timing: { start_ms: 0, duration_ms: 100, easing: 'linear' },
          },
        ],
      }),
    'count patches',
  ],
  [
    'POST /v1/voice/synthesize',
    (c) => c.post('/v1/voice/synthesize', { text: 'Hello', voice: 'default' }),
    'ok voice.voice voice.engine voice.segments',
  ],
  ['POST /v1/voice/synthesize of nothing', (c) => c.post('/v1/voice/synthesize', {}), 'detail.error', 400],
  [
    'POST /v1/voice/transcribe',
    (c) => c.form('/v1/voice/transcribe', { audio: SOUND, hint: 'hello' }),
    'ok transcript.text transcript.engine',
  ],
  [
    'POST /v1/voice/transcribe of nothing',
    (c) => c.form('/v1/voice/transcribe', { hint: 'hello' }),
    'detail.error',
    400,
  ],
  [
    'GET /v1/audio/{file}',
    async (c) => {
      const { body } = await c.post('/v1/voice/synthesize', { text: 'Hello' });
      return c.get(String(under(firstOf(body, 'voice.segments') as Record<string, unknown>, 'audio_uri')));
    },
    'text',
  ],
  [
    'POST /v1/artifacts/save',
    (c) =>
      c.post('/v1/artifacts/save', {
        title: 'Cow',
        summary: 'jumps',
        tags: ['a'],
        scene_entrypoint: 'scene.json',
        assets: [],
        saved_by: 'me',
      }),
    'ok artifact.artifact_id artifact.title artifact.summary artifact.tags artifact.bundle_path',
  ],
  [
    'GET /v1/artifacts/search',
    async (c) => {
      await c.post('/v1/artifacts/save', { title: 'Cow' });
      return c.get('/v1/artifacts/search?q=cow&mode=hybrid&limit=5');
    },
    'results.0.artifact_id results.0.title results.0.summary results.0.tags results.0.pinned results.0.score results.0.match_mode results.0.updated_at results.0.bundle_path',
  ],
  ['POST /v1/artifacts/recall/{id} of none', (c) => c.post('/v1/artifacts/recall/none'), 'ok artifact'],
  [
    'POST /v1/artifacts/pin/{id}',
    async (c) => {
      await c.post('/v1/artifacts/save', { title: 'Cow', artifact_id: 'cow' });
      return c.post('/v1/artifacts/pin/cow', { value: true });
    },
    'ok artifact_id pinned',
  ],
  [
    'POST /v1/artifacts/archive/{id}',
    async (c) => {
      await c.post('/v1/artifacts/save', { title: 'Cow', artifact_id: 'cow' });
      return c.post('/v1/artifacts/archive/cow', { value: true });
    },
    'ok artifact_id archived',
  ],
  [
    'POST /v1/artifacts/pin/{id} of none',
    (c) => c.post('/v1/artifacts/pin/none', { value: true }),
    'detail.error',
    404,
  ],
  [
    'a prompt of 4,001 characters',
    (c) => c.post('/v2/orchestrate', { session_id: 's', prompt: 'a'.repeat(4_001) }),
    'detail.error detail.max_chars',
    422,
  ],
  [
    'a request without its prompt',
    (c) => c.post('/v2/orchestrate', { session_id: 's' }),
    'detail.error detail.schema detail.context detail.issues',
    422,
  ],
  [
    'a prompt about a revision that is gone',
    async (c) => {
      await c.turn();
      return c.post('/v2/orchestrate', { session_id: 's1', prompt: COW, base_revision: 7 });
    },
    'detail.error detail.expected_revision detail.received_base_revision',
    409,
  ],
];

describe('the contract of the wire', () => {
  it.each(ROWS.map(([name, ask, fields, status = 200]) => ({ name, ask, fields, status })))(
    '$name',
    async ({ ask, fields, status }) => {
      await withClient(async (client) => {
        const answer = await ask(client);
        expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(status);
        for (const field of fields.split(' ')) expect(under(answer.body, field), field).not.toBeUndefined();
      });
    },
  );

  it('GET /metrics is Prometheus text', async () => {
    await withClient(async (client) => {
      const { headers, body } = await client.get('/metrics');
      expect(headers.get('content-type')).toMatch(/^text\/plain; version=/);
      expect(body.text).toMatch(/^# HELP /m);
    });
  });

  it('names the old version of an answer as old, and the way to the new one', async () => {
    await withClient(async (client) => {
      const { headers } = await client.post('/v1/orchestrate', { session_id: 's', prompt: COW });
      expect([headers.get('deprecation'), headers.get('link')]).toEqual([
        'true',
        '</v2/orchestrate>; rel="successor-version"',
      ]);
    });
  });

  it('lists each material of the whitelist by the name it has there, with its ranges and defaults', async () => {
    await withClient(async (client) => {
      const { body } = await client.get('/v2/runtime/capabilities');
      expect(body.shader_recipes).toEqual(
        expect.arrayContaining(['glass_refraction_like', 'water_volume_tint', 'caustic_overlay_shader']),
      );
      expect(under(body, 'shader_uniforms')).toMatchObject({
        glass_refraction_like: {
          ior: { min: 1, max: 1.6, default: 1.18 },
          distortion: { min: 0, max: 0.35, default: 0.12 },
          rim_strength: { min: 0, max: 1, default: 0.45 },
        },
        water_volume_tint: {
          density: { min: 0, max: 1, default: 0.36 },
          blue_shift: { min: 0, max: 1, default: 0.42 },
        },
        caustic_overlay_shader: {
          intensity: { min: 0, max: 1, default: 0.5 },
          scale: { min: 0.1, max: 4, default: 1.6 },
          speed: { min: 0.05, max: 3, default: 0.8 },
        },
      });
      expect(body.limits).toEqual({
        max_entities_2d: 400,
        max_entities_3d: 250,
        max_patch_ops_per_turn: 120,
        max_materials: 128,
        max_behaviors: 256,
        max_texture_dimension: 2048,
        max_texture_memory_mb: 128,
        max_uniform_update_hz: 30,
      });
    });
  });

  it('answers health, metrics and providers on a second port, behind the same gate', async () => {
    await using host = await testHost({
      ...builtIn,
      auth: { mode: 'api-key', keys: [new Secret('k')], allowedIps: [], allowedHosts: [], allowedOrigins: [] },
    });
    const statuses = async (remoteAddress: string, headers: Record<string, string>) => {
      const urls = ['/health', '/metrics', '/v1/llm/capabilities', '/v2/scenes/s1'];
      const answers = await Promise.all(urls.map((url) => host.aside.inject({ url, headers, remoteAddress })));
      return answers.map(({ statusCode }) => statusCode);
    };
    expect(await statuses('10.0.0.1', { 'x-api-key': 'k' })).toEqual([200, 200, 200, 404]);
    expect(await statuses('10.0.0.1', {})).toEqual([200, 401, 200, 404]);
  });

  it('has each of its paths in the OpenAPI document, the new ones too', async () => {
    await withClient(async (client) => {
      const { body } = await client.get('/openapi.json');
      const paths = Object.keys(Object(body.paths));
      const named = ROWS.map(([name]) => /\/[\w{}/.]+/.exec(name)?.[0]).filter((path) => path !== undefined);
      const documented = new Set(paths.map((path) => path.replaceAll(/\{[^}]+\}/g, '{}')));
      for (const path of named) expect([...documented], path).toContain(path.replaceAll(/\{[^}]+\}/g, '{}'));
      for (const path of ['/v2/turns', '/v2/turns/{turn_id}', '/v2/turns/{turn_id}/cancel'])
        expect(paths).toContain(path);
    });
  });
});
