import { describe, expect, it } from 'vitest';
import { manifestText, writePlugins } from '../fixtures/plugin-folder.ts';
import { testHost } from '../fixtures/test-host.ts';

describe('the host', () => {
  it('describes every path of its API in /openapi.json', async () => {
    await using host = await testHost();
    const document = (await host.app.inject({ url: '/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/health',
        '/metrics',
        '/v1/audio/{file}',
        '/v1/brush/compile',
        '/v1/llm/capabilities',
        '/v1/orchestrate',
        '/v1/runtime/capabilities',
        '/v1/voice/capabilities',
        '/v1/voice/synthesize',
        '/v2/check',
        '/v2/compile',
        '/v2/events/ticket',
        '/v2/examples',
        '/v2/examples/{name}',
        '/v2/exports',
        '/v2/exports/{export_id}',
        '/v2/exports/{export_id}/file',
        '/v2/library',
        '/v2/orchestrate',
        '/v2/plugins',
        '/v2/renderers',
        '/v2/runtime/capabilities',
        '/v2/scenes/{scene_id}',
        '/v2/scenes/{scene_id}/operations',
        '/v2/scenes/{scene_id}/restore',
        '/v2/scenes/{scene_id}/snapshot',
        '/v2/speech',
      ]),
    );
    const turn = document.paths['/v2/orchestrate'].post;
    expect(turn.requestBody.content['application/json'].schema.required).toEqual(['session_id', 'prompt']);
    expect(turn.responses['200'].content['application/json'].schema.required).toContain('legacy_visual_patches');
  });

  it('shows the document at /docs from its own files alone', async () => {
    await using host = await testHost();
    const page = await host.app.inject({ url: '/docs/' });
    expect(page.statusCode).toBe(200);
    expect(page.payload).not.toMatch(/(?:src|href)="https?:/);
  });

  it('gives every answer the headers that keep a browser from guessing and fetching', async () => {
    await using host = await testHost();
    for (const url of ['/', '/health', '/v2/nothing']) {
      const { headers } = await host.app.inject({ url });
      expect(headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
      });
    }
  });

  it('says how to build the studio where it is not built, and serves it where it is', async () => {
    const folder = await writePlugins({
      built: { 'index.html': '<p>studio</p>', 'assets/a.js': '1', 'render.html': 'r' },
    });
    await using bare = await testHost({ studioDir: `${folder}/none` });
    expect((await bare.app.inject({ url: '/' })).payload).toContain('npm run build');
    await using host = await testHost({ studioDir: `${folder}/built` });
    expect((await host.app.inject({ url: '/' })).payload).toBe('<p>studio</p>');
    expect((await host.app.inject({ url: '/render.html' })).payload).toBe('r');
    expect((await host.app.inject({ url: '/assets/a.js' })).headers['cache-control']).toContain('immutable');
  });

  it('lists what it can do, broken plugins among it', async () => {
    const path = await writePlugins({ a: { 'manifest.json': manifestText({ contract: 'voice/9' }) } });
    await using host = await testHost({ pluginPaths: [path] });
    const body = (await host.app.inject({ url: '/v2/runtime/capabilities' })).json();
    expect(body.shader_uniforms.glass_refraction_like.ior).toEqual({
      min: 1,
      max: 1.6,
      default: 1.18,
      max_update_hz: 30,
    });
    expect(Object.keys(body.shader_uniforms)).toEqual(body.shader_recipes);
    expect(body.effects).toHaveProperty('caustics');
    expect(body).toMatchObject({
      version: 'v2',
      features: { shaderRecipes: true },
      limits: { max_entities_2d: 400 },
      security: { mode: 'network-trust', enforcement_active: true },
      llm: { selected_provider: 'scripted', effective_ready: true },
    });
    expect(body.renderers).toEqual(expect.arrayContaining(['ogl', 'three']));
    expect(body.plugins).toContainEqual({ name: 'voice/sample', state: 'refused', code: 'host/contract-mismatch' });
  });

  it('counts what plugins do', async () => {
    await using host = await testHost();
    await host.app.inject({ url: '/v1/llm/capabilities' });
    const { payload, headers } = await host.app.inject({ url: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    expect(payload).toMatch(
      /opencommotion_plugin_calls_total\{plugin="provider\/scripted",method="probe",outcome="ok"\} 1/,
    );
  });

  it('lists the examples and gives their scripts', async () => {
    await using host = await testHost();
    const { examples } = (await host.app.inject({ url: '/v2/examples' })).json();
    expect(examples).toContainEqual(
      expect.objectContaining({ name: 'a-cow-moon', title: 'The cow jumps over the moon' }),
    );
    const { script } = (await host.app.inject({ url: '/v2/examples/a-cow-moon' })).json();
    const checked = await host.app.inject({ method: 'POST', url: '/v2/check', payload: { script } });
    expect(checked.json()).toEqual({ ok: true, diagnostics: [] });
    const compiled = await host.app.inject({ method: 'POST', url: '/v2/compile', payload: { script, mode: '3d' } });
    expect(compiled.json()).toMatchObject({ ok: true, timeline: { mode: '3d' } });
  });

  it("serves the modules of a third party's renderer, and nothing else of its folder", async () => {
    const path = await writePlugins({
      mine: {
        'manifest.json': manifestText({
          id: 'mine',
          kind: 'renderer',
          entry: './dist/index.js',
          capabilities: ['mode:2d'],
        }),
        'dist/index.js': 'export default 1;',
        '.env.js': 'secret',
        'notes.txt': 'private',
      },
    });
    await using host = await testHost({ pluginPaths: [path] });
    const { renderers } = (await host.app.inject({ url: '/v2/renderers' })).json();
    const mine = renderers.find(({ id }: { id: string }) => id === 'mine');
    expect(mine).toMatchObject({ mode: '2d', builtin: false, entry_url: '/plugins/renderer/mine/dist/index.js' });
    const module = await host.app.inject({ url: mine.entry_url });
    expect(module.headers['content-type']).toContain('javascript');
    for (const file of ['notes.txt', '.env.js', '..%2fmine%2fnotes.txt', 'manifest.json%00.js'])
      expect(
        (await host.app.inject({ url: `/plugins/renderer/mine/${file}` })).statusCode,
        file,
      ).toBeGreaterThanOrEqual(400);
  });
});
