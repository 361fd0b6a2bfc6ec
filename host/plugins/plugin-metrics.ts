import { Counter, Histogram, type Registry } from 'prom-client';

export interface PluginMetrics {
  /** Call what it returns when the call ended. */
  started(plugin: string, method: string): (outcome: 'ok' | 'failed' | 'aborted') => void;
}

export function createPluginMetrics(registry: Registry): PluginMetrics {
  const calls = new Counter({
    name: 'opencommotion_plugin_calls_total',
    help: 'Calls of plugins by outcome.',
    labelNames: ['plugin', 'method', 'outcome'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'opencommotion_plugin_call_seconds',
    help: 'How long calls of plugins took.',
    labelNames: ['plugin', 'method'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [registry],
  });
  return {
    started: (plugin, method) => {
      const stop = duration.startTimer({ plugin, method });
      return (outcome) => {
        stop();
        calls.inc({ plugin, method, outcome });
      };
    },
  };
}
