import 'reflect-metadata';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { Registry } from 'prom-client';
import { type DependencyContainer, type InjectionToken, instanceCachingFactory, container as root } from 'tsyringe';
import type { Probe, ProviderProbe } from '../plugins/contract/index.ts';
import { ArtifactLibrary } from './artifacts/artifact-library.ts';
import { Embedder } from './artifacts/embedder.ts';
import { Gate } from './auth/gate.ts';
import { TicketOffice } from './auth/ticket-office.ts';
import type { Config } from './config.ts';
import { EventHub } from './events/event-hub.ts';
import { ExampleStore } from './examples/example-store.ts';
import { ExportService } from './exports/export-service.ts';
import { LibraryStore } from './library/library-store.ts';
import { createPluginMetrics, type PluginMetrics } from './plugins/plugin-metrics.ts';
import type { Found } from './plugins/plugin-record.ts';
import { PluginRegistry } from './plugins/plugin-registry.ts';
import { ProbeMemory } from './plugins/probe-memory.ts';
import { SceneDesk } from './scenes/scene-desk.ts';
import { SceneStore } from './scenes/scene-store.ts';
import { SnapshotStore } from './scenes/snapshot-store.ts';
import { createProviderMetrics } from './turns/provider-metrics.ts';
import { ScriptWriter } from './turns/script-writer.ts';
import { TurnArchive } from './turns/turn-archive.ts';
import { TurnDesk } from './turns/turn-desk.ts';
import { TurnService } from './turns/turn-service.ts';
import { AudioStore } from './voice/audio-store.ts';
import { ListeningDesk } from './voice/listening-desk.ts';
import { SpeechDesk } from './voice/speech-desk.ts';

/** What the parts of the host are known by. */
export const TOKENS = {
  config: Symbol('config') as InjectionToken<Config>,
  clock: Symbol('clock') as InjectionToken<() => number>,
  log: Symbol('log') as InjectionToken<Logger>,
  metrics: Symbol('metrics') as InjectionToken<Registry>,
  pluginMetrics: Symbol('pluginMetrics') as InjectionToken<PluginMetrics>,
  plugins: Symbol('plugins') as InjectionToken<PluginRegistry>,
  tickets: Symbol('tickets') as InjectionToken<TicketOffice>,
  gate: Symbol('gate') as InjectionToken<Gate>,
  hub: Symbol('hub') as InjectionToken<EventHub>,
  examples: Symbol('examples') as InjectionToken<ExampleStore>,
  library: Symbol('library') as InjectionToken<LibraryStore>,
  audio: Symbol('audio') as InjectionToken<AudioStore>,
  voiceProbes: Symbol('voiceProbes') as InjectionToken<ProbeMemory<Probe>>,
  providerProbes: Symbol('providerProbes') as InjectionToken<ProbeMemory<ProviderProbe>>,
  ears: Symbol('ears') as InjectionToken<ListeningDesk>,
  desk: Symbol('desk') as InjectionToken<SpeechDesk>,
  scenes: Symbol('scenes') as InjectionToken<SceneStore>,
  sceneDesk: Symbol('sceneDesk') as InjectionToken<SceneDesk>,
  writer: Symbol('writer') as InjectionToken<ScriptWriter>,
  turns: Symbol('turns') as InjectionToken<TurnDesk>,
  exports: Symbol('exports') as InjectionToken<ExportService>,
  artifacts: Symbol('artifacts') as InjectionToken<ArtifactLibrary>,
} as const;

/** The only wiring: every part is made here, once per host, when first asked for. */
export function wire(config: Config, found: readonly Found[], now: () => number): DependencyContainer {
  const house = root.createChildContainer();
  const once = <T>(token: InjectionToken<T>, make: (of: <U>(token: InjectionToken<U>) => U) => T): void => {
    house.register<T>(token, { useFactory: instanceCachingFactory(() => make((wanted) => house.resolve(wanted))) });
  };
  house.register(TOKENS.config, { useValue: config });
  house.register(TOKENS.clock, { useValue: now });
  once(TOKENS.log, () => pino({ level: config.logLevel, base: null }));
  once(TOKENS.metrics, () => new Registry());
  once(TOKENS.pluginMetrics, (of) => createPluginMetrics(of(TOKENS.metrics)));
  once(TOKENS.tickets, () => new TicketOffice(now));
  once(TOKENS.gate, (of) => new Gate(config.auth, config.listen.host, of(TOKENS.tickets)));
  once(TOKENS.hub, (of) => new EventHub(of(TOKENS.metrics)));
  once(TOKENS.examples, () => new ExampleStore(config.scenariosDir));
  once(TOKENS.library, () => new LibraryStore(join(config.scenariosDir, 'library')));
  once(TOKENS.audio, () => new AudioStore(config.dataDir));
  const unready = (detail: string): Probe => ({ ready: false, detail, version: null });
  const unasked = (): AbortSignal => new AbortController().signal;
  once(TOKENS.voiceProbes, (of) => {
    const ask = async (id: string) => (await of(TOKENS.plugins).voice(id)).probe(unasked());
    return new ProbeMemory(ask, unready, now);
  });
  once(TOKENS.providerProbes, (of) => {
    const ask = async (id: string) => (await of(TOKENS.plugins).provider(id)).probe(unasked());
    return new ProbeMemory(ask, unready, now);
  });
  once(TOKENS.desk, (of) => new SpeechDesk(of(TOKENS.plugins), config.voice, of(TOKENS.audio), of(TOKENS.voiceProbes)));
  once(TOKENS.ears, (of) => new ListeningDesk(of(TOKENS.plugins), config.voice, of(TOKENS.voiceProbes)));
  once(TOKENS.scenes, (of) => new SceneStore(() => of(TOKENS.plugins).runtime(config.runtime.id)));
  once(TOKENS.sceneDesk, (of) => {
    const scenes = of(TOKENS.scenes);
    return new SceneDesk(scenes, new SnapshotStore(scenes, now), config.limits);
  });
  once(TOKENS.writer, (of) => {
    const metrics = createProviderMetrics(of(TOKENS.metrics));
    return new ScriptWriter(of(TOKENS.plugins), config.provider, of(TOKENS.library), metrics);
  });
  once(TOKENS.turns, (of) => {
    const scenes = of(TOKENS.scenes);
    const service = new TurnService({
      writer: of(TOKENS.writer),
      desk: of(TOKENS.desk),
      scenes,
      limits: config.limits,
    });
    const archive = new TurnArchive(config.dataDir);
    const [hub, log] = [of(TOKENS.hub), of(TOKENS.log)];
    return new TurnDesk({ service, archive, scenes, hub, log, timeoutMs: config.turnTimeoutMs, now });
  });
  once(TOKENS.exports, (of) => {
    const tools = {
      library: of(TOKENS.library),
      desk: of(TOKENS.desk),
      audio: of(TOKENS.audio),
      studio: config.studioDir,
      scenarios: config.scenariosDir,
    };
    return new ExportService(config.dataDir, tools, now);
  });
  once(TOKENS.artifacts, (of) => {
    const tools = {
      library: of(TOKENS.library),
      scenes: of(TOKENS.scenes),
      desk: of(TOKENS.desk),
      audio: of(TOKENS.audio),
      hub: of(TOKENS.hub),
      embedder: new Embedder(of(TOKENS.plugins), config.embeddingsProvider),
      studio: config.studioDir,
      scenarios: config.scenariosDir,
      now,
    };
    return new ArtifactLibrary(config.dataDir, tools);
  });
  once(
    TOKENS.plugins,
    (of) =>
      new PluginRegistry(found, {
        dataDir: config.dataDir,
        environment: config.environment,
        log: of(TOKENS.log),
        metrics: of(TOKENS.pluginMetrics),
        timeouts: { compose: config.provider.timeoutMs, ...config.timeouts },
        now,
      }),
  );
  return house;
}
