import { Counter, Histogram, type Registry } from 'prom-client';
import type { ModelUsage } from '../../plugins/contract/index.ts';

/** What is counted of providers: scripts by outcome, repairs, and what their models cost. */
export interface ProviderMetrics {
  wrote(provider: string, repairs: number): void;
  failed(provider: string, code: string): void;
  used(provider: string, usage: ModelUsage): void;
}

const SECONDS = [0.01, 0.05, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120];

export function createProviderMetrics(registry: Registry): ProviderMetrics {
  const registers = [registry];
  const labelNames = ['provider'];
  const scripts = new Counter({
    name: 'opencommotion_provider_scripts_total',
    help: 'Scripts asked for, by outcome: ok or the code of the failure.',
    labelNames: ['provider', 'outcome'],
    registers,
  });
  const repairs = new Counter({
    name: 'opencommotion_provider_repairs_total',
    help: 'Scripts sent back because they did not compile.',
    labelNames,
    registers,
  });
  const tokens = new Counter({
    name: 'opencommotion_provider_tokens_total',
    help: 'Tokens as the server of the model counts them.',
    labelNames: ['provider', 'direction'],
    registers,
  });
  const requests = new Counter({
    name: 'opencommotion_provider_requests_total',
    help: 'Requests sent to models, those sent again included.',
    labelNames,
    registers,
  });
  const first = new Histogram({
    name: 'opencommotion_provider_first_piece_seconds',
    help: 'From the request to the first piece of script.',
    labelNames,
    buckets: SECONDS,
    registers,
  });
  const total = new Histogram({
    name: 'opencommotion_provider_answer_seconds',
    help: 'From the request to the end of the answer.',
    labelNames,
    buckets: SECONDS,
    registers,
  });
  return {
    wrote: (provider, count) => {
      scripts.inc({ provider, outcome: 'ok' });
      if (count > 0) repairs.inc({ provider }, count);
    },
    failed: (provider, outcome) => scripts.inc({ provider, outcome }),
    used: (provider, usage) => {
      if (usage.input_tokens !== null) tokens.inc({ provider, direction: 'input' }, usage.input_tokens);
      if (usage.output_tokens !== null) tokens.inc({ provider, direction: 'output' }, usage.output_tokens);
      requests.inc({ provider }, usage.requests);
      first.observe({ provider }, usage.first_piece_ms / 1000);
      total.observe({ provider }, usage.total_ms / 1000);
    },
  };
}
