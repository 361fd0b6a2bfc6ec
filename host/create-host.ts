import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import websocket from '@fastify/websocket';
import type { DependencyContainer } from 'tsyringe';
import { z } from 'zod';
import { artifactRoutes } from './artifacts/artifact-routes.ts';
import { guard, guardRoutes } from './auth/guard-routes.ts';
import { capabilityRoutes, llmRoute } from './capabilities/capability-routes.ts';
import { providerCapabilities } from './capabilities/provider-capabilities.ts';
import { type Config, readConfig } from './config.ts';
import { TOKENS, wire } from './container.ts';
import { eventRoutes } from './events/event-routes.ts';
import { exampleRoutes } from './examples/example-routes.ts';
import { exportRoutes } from './exports/export-routes.ts';
import type { App } from './http/app.ts';
import { documentRoutes } from './http/document-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { newApp } from './http/new-app.ts';
import { studioRoutes } from './http/studio-routes.ts';
import { languageRoutes } from './language/language-routes.ts';
import { libraryRoutes } from './library/library-routes.ts';
import { sceneFileRoutes } from './library/scene-file-routes.ts';
import { pluginRoutes } from './plugins/plugin-routes.ts';
import { openSettings } from './plugins/settings-store.ts';
import { surveyPlugins } from './plugins/survey-plugins.ts';
import { warningRoutes } from './renderers/warning-routes.ts';
import { sceneRoutes } from './scenes/scene-routes.ts';
import { strokeRoutes } from './strokes/stroke-routes.ts';
import { turnRoutes } from './turns/turn-routes.ts';
import { transcribeRoute } from './voice/transcribe-route.ts';
import { voiceCapabilities } from './voice/voice-capabilities.ts';
import { voiceRoutes } from './voice/voice-routes.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const MOST_FRAME_BYTES = 4 * 1024;
const GOING_AWAY = 1001;
const FAREWELL_MS = 500;

export interface Host {
  readonly app: App;
  /** What clients of the earlier OpenCommotion look at on a port of its own: health, metrics, providers. */
  readonly aside: App;
  readonly config: Config;
  /** Every part, by the tokens of container.ts. */
  readonly house: DependencyContainer;
  /** Ends sockets, requests and plugins; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Builds the whole host and does not listen: tests use `app.inject`, `main.ts` calls `app.listen`. What is not overridden
 * comes from the environment. Throws `ConfigError`.
 */
export async function createHost(overrides: Partial<Config> = {}, now: () => number = Date.now): Promise<Host> {
  const config: Config = { ...readConfig(process.env, PROJECT), ...overrides };
  const { settings, warning } = await openSettings(config.dataDir);
  const found = await surveyPlugins(config, (name) => ({ ...settings.plugins[name], ...config.pluginOptions[name] }));
  const house = wire(config, found, now);
  const log = house.resolve(TOKENS.log);
  if (warning) log.warn(warning.message);
  for (const { name, defect } of found)
    if (defect) log.warn({ plugin: name, code: defect.code }, `${name} is refused: ${defect.message} ${defect.cure}`);

  const app = newApp(log);
  await app.register(websocket, {
    // One line a broken frame at most: what a stranger sends must not fill the log with stack traces.
    errorHandler: (error, socket, request) => {
      request.log.debug({ reason: error.message }, 'a socket failed');
      socket.terminate();
    },
    options: { maxPayload: MOST_FRAME_BYTES },
    preClose: async () => {
      const { clients } = app.websocketServer;
      for (const client of clients) client.close(GOING_AWAY, 'the host is stopping');
      setTimeout(() => {
        for (const client of clients) client.terminate();
      }, FAREWELL_MS).unref();
      await new Promise<void>((done) => app.websocketServer.close(() => done()));
    },
  });
  const gate = house.resolve(TOKENS.gate);
  await documentRoutes(app, await versionOf(config.projectDir));
  guardRoutes(app, gate, house.resolve(TOKENS.tickets));
  await studioRoutes(app, config.studioDir);
  const plugins = house.resolve(TOKENS.plugins);
  healthRoutes(app, house.resolve(TOKENS.metrics), now);
  pluginRoutes(app, plugins);
  warningRoutes(app, house.resolve(TOKENS.metrics));
  exampleRoutes(app, house.resolve(TOKENS.examples));
  eventRoutes(app, house.resolve(TOKENS.hub), gate);
  languageRoutes(app, house.resolve(TOKENS.library));
  libraryRoutes(app, house.resolve(TOKENS.library));
  sceneFileRoutes(app, config.scenariosDir);
  strokeRoutes(app);
  const turns = house.resolve(TOKENS.turns);
  turnRoutes(app, turns);
  const exports = house.resolve(TOKENS.exports);
  exportRoutes(app, exports);
  const artifacts = house.resolve(TOKENS.artifacts);
  artifactRoutes(app, artifacts);
  sceneRoutes(app, house.resolve(TOKENS.sceneDesk), artifacts);
  const desk = house.resolve(TOKENS.desk);
  const voice = () => voiceCapabilities(plugins, house.resolve(TOKENS.voiceProbes), config.voice);
  voiceRoutes(app, { desk, audio: house.resolve(TOKENS.audio), capabilities: voice });
  const probes = house.resolve(TOKENS.providerProbes);
  const llm = () => providerCapabilities(plugins, probes, config.provider);
  await transcribeRoute(app, house.resolve(TOKENS.ears));
  llmRoute(app, llm);
  capabilityRoutes(app, { config, plugins, voice, llm });
  app.addHook('onClose', async () => {
    await turns.stop();
    await exports.stop();
    artifacts.close();
    await plugins.stop();
  });
  const aside = newApp(log);
  guard(aside, gate);
  healthRoutes(aside, house.resolve(TOKENS.metrics), now);
  llmRoute(aside, llm);
  await exports.resume();
  await Promise.all([app.ready(), aside.ready()]);
  const close = async (): Promise<void> => {
    await aside.close();
    await app.close();
  };
  return { app, aside, config, house, close };
}

async function versionOf(projectDir: string): Promise<string> {
  const text = await readFile(join(projectDir, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
