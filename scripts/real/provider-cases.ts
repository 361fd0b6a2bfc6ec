/** What is tried with each real program: the cases of a provider's life, good and bad. */
import { analyse } from '../../dsl/index.ts';
import { PluginFailure, type Provider, type ProviderRequest } from '../../plugins/contract/index.ts';
import type { ModelRequest, Reaction } from '../../plugins/language-model/proof/model-server.ts';

export const SCENE = `scene "A ball" {
  environment day-meadow
  actor ball is ball at (640, 459)
  say line "A ball lies in the meadow." at 0.5s
}
`;
const BROKEN = 'scene "Broken" {\n  actor cow is kow at (230, 520)\n}\n';
const fenced = (script: string): string => `Here it is:\n\`\`\`scene\n${script}\`\`\`\n`;

/** What a case gets; `asked` resolves when a question has reached the model. */
export interface Trial {
  readonly provider: Provider;
  asked(): Promise<void>;
}

export interface ProviderCase {
  readonly name: string;
  /** What the model's server does with the first, second, … question; the last stays. */
  readonly model: readonly Reaction[];
  /** Seconds that one answer may take. */
  readonly timeoutS: number;
  /** What happened, in a few words. */
  run(trial: Trial): Promise<string>;
}

const patient = 120;
const CALM = (): AbortSignal => new AbortController().signal;

async function compose(provider: Provider, more: Partial<ProviderRequest> = {}, signal = CALM()): Promise<string> {
  let script = '';
  const request = { prompt: 'a ball in a meadow', currentScript: null, failed: null, seed: 7, ...more };
  for await (const piece of provider.compose(request, signal)) if (piece.type === 'script') script += piece.text;
  return script;
}

async function tally(provider: Provider, more: Partial<ProviderRequest> = {}): Promise<string> {
  const script = await compose(provider, more);
  const errors = analyse(script).diagnostics.filter(({ severity }) => severity === 'error').length;
  return errors === 0 ? 'a script without errors' : `a script with ${errors} errors`;
}

/** The failure that must come. */
async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof PluginFailure)) throw error;
    return `${error.code}: ${error.message}`;
  }
  return 'NO FAILURE, though one was due';
}

const refused = (status: number, timeoutS = patient): ProviderCase => ({
  name: `HTTP ${status}`,
  model: [{ status }],
  timeoutS,
  run: ({ provider }) => failure(compose(provider)),
});

/** In the order in which they are tried. */
export const PROVIDER_CASES: readonly ProviderCase[] = [
  {
    name: 'probe',
    model: ['silence'],
    timeoutS: patient,
    run: async ({ provider }) => {
      const { detail, ready } = await provider.probe(AbortSignal.timeout(5_000));
      return `${ready ? 'ready' : 'not ready'}: ${detail}`;
    },
  },
  { name: 'a turn', model: [{ say: fenced(SCENE) }], timeoutS: patient, run: ({ provider }) => tally(provider) },
  {
    name: 'a follow-up',
    model: [{ say: fenced(SCENE) }],
    timeoutS: patient,
    run: ({ provider }) => tally(provider, { prompt: 'make it night', currentScript: SCENE }),
  },
  {
    name: 'broken first, then repaired',
    model: [{ say: fenced(BROKEN) }, { say: fenced(SCENE) }],
    timeoutS: patient,
    run: async ({ provider }) => {
      const script = await compose(provider);
      const failed = { script, diagnostics: analyse(script).diagnostics };
      return `${failed.diagnostics.length} diagnostics, then ${await tally(provider, { failed })}`;
    },
  },
  {
    name: 'prose first, then a script',
    model: [{ say: 'Would you like a ball?' }, { say: fenced(SCENE) }],
    timeoutS: patient,
    run: ({ provider }) => tally(provider),
  },
  {
    name: 'slow',
    model: [{ say: fenced(SCENE), slowly: true }],
    timeoutS: patient,
    run: ({ provider }) => tally(provider),
  },
  {
    name: 'empty',
    model: [{ say: '' }],
    timeoutS: patient,
    run: ({ provider }) => failure(compose(provider)),
  },
  {
    name: 'cut off by the server',
    model: [{ breakOff: fenced(SCENE).slice(0, 80) }],
    timeoutS: 60,
    run: ({ provider }) => failure(compose(provider)),
  },
  refused(401),
  refused(429, 60),
  refused(500, 60),
  {
    name: 'silence, time-out of 15 s',
    model: ['silence'],
    timeoutS: 15,
    run: ({ provider }) => failure(compose(provider, {}, AbortSignal.timeout(40_000))),
  },
  {
    name: 'abort while the model thinks',
    model: ['silence'],
    timeoutS: patient,
    run: async ({ asked, provider }) => {
      const control = new AbortController();
      const composing = failure(compose(provider, {}, control.signal));
      await Promise.race([asked(), composing]);
      const before = performance.now();
      control.abort();
      const what = await composing;
      return `${what} (${Math.round(performance.now() - before)} ms after the abort)`;
    },
  },
];

/** Reacts as a case says; a question is counted when it comes. */
export function reactions(model: readonly Reaction[]): {
  react(request: ModelRequest, count: number): Reaction;
  asked(): Promise<void>;
} {
  const first = Promise.withResolvers<void>();
  return {
    react: (_request, count) => {
      first.resolve();
      return model[Math.min(count, model.length) - 1] ?? 'silence';
    },
    asked: () => first.promise,
  };
}
