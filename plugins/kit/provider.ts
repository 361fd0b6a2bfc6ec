import { analyse } from '../../dsl/index.ts';
import type { Provider, ProviderPiece, ProviderPlugin, ProviderRequest } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import { createBench, lifeChecks } from './life.ts';
import { ensureAbortable, within } from './settle.ts';

const PROMPT = 'Two red cows dance in a meadow while a rocket flies over the moon';
const PROMPTS = {
  'an empty prompt': '',
  'control characters': 'a\u0000cow\u0007 \u001b[31mjumps\u009f\u202e',
  emoji: 'a 🐄 jumps over the 🌙 👩‍👩‍👧‍👦',
  'lone surrogates': '\ud800 a cow \udc00',
  'quotes, braces and backslashes': 'say "}} move cow \\" { scene \\\\" and \' } // /* actor x is cow',
  'another language': '日本の猫が月の上を飛ぶ. Корова прыгает через луну. البقرة تقفز',
  '4,000 characters': 'A blue bird flies over a house. '.repeat(125),
  'one word of 4,000 letters': 'a'.repeat(4000),
} as const;

/** What a plugin of kind `provider` must do. `options` are settings that the manifest allows, where it can't be tried with its defaults. */
export function providerConformance(
  plugin: ProviderPlugin,
  manifestUrl: URL,
  options: Readonly<Record<string, unknown>> = {},
): readonly Check[] {
  const bench = createBench<Provider>(plugin, manifestUrl, 'provider', options);
  const answers = (prompt: string): Promise<void> =>
    bench.started(async (provider) => {
      ensureValid(await composed(provider, { prompt }));
    });
  return [
    ...lifeChecks(plugin, manifestUrl, 'provider', options),
    { name: 'answers a prompt with a script that has no errors', run: () => answers(PROMPT) },
    ...Object.entries(PROMPTS).map(
      ([name, prompt]): Check => ({
        name: `answers ${name} with a script that has no errors`,
        run: () => answers(prompt),
      }),
    ),
    {
      name: 'answers a follow-up with a whole script',
      run: () =>
        bench.started(async (provider) => {
          const first = await composed(provider, { prompt: PROMPT });
          ensureValid(await composed(provider, { prompt: 'make it night', currentScript: first.script }));
        }),
    },
    {
      name: 'mends a script that did not compile',
      run: () =>
        bench.started(async (provider) => {
          const script = 'scene "Broken" {\n  actor cow is kow at (230, 520)\n  move nobody to (1, 2) over 1s\n}\n';
          const failed = { script, diagnostics: analyse(script).diagnostics };
          ensureValid(await composed(provider, { prompt: 'a cow', failed }));
        }),
    },
    {
      name: 'if deterministic: answers the same request the same way',
      run: () =>
        bench.started(async (provider) => {
          if (!(await bench.file()).manifest.capabilities.includes('deterministic')) return;
          const [one, two] = [
            await composed(provider, { prompt: PROMPT }),
            await composed(provider, { prompt: PROMPT }),
          ];
          ensure(
            one.script === two.script,
            'it says that it is deterministic, but answered the same request differently',
          );
        }),
    },
    {
      name: 'serves several at once',
      run: () =>
        bench.started(async (provider) => {
          const prompts = ['a cow', 'a dog', 'a rocket flies to the moon'];
          const all = await Promise.all(prompts.map((prompt) => composed(provider, { prompt })));
          for (const one of all) ensureValid(one);
        }),
    },
    {
      name: 'heeds an abort',
      run: () =>
        bench.started((provider) =>
          ensureAbortable('compose', (signal) => composed(provider, { prompt: PROMPT }, signal)),
        ),
    },
    {
      name: 'may be left in the middle of an answer',
      run: () =>
        bench.started(async (provider) => {
          const pieces = provider
            .compose(requestOf({ prompt: PROMPT }), new AbortController().signal)
            [Symbol.asyncIterator]();
          await pieces.next();
          await within(Promise.resolve(pieces.return?.()), 'leaving the answer did not come to an end');
        }),
    },
  ];
}

interface Composed {
  readonly script: string;
  readonly done: Extract<ProviderPiece, { type: 'done' }>;
}

const requestOf = (request: { readonly prompt: string } & Partial<ProviderRequest>): ProviderRequest => ({
  currentScript: null,
  failed: null,
  seed: 7,
  ...request,
});

async function composed(
  provider: Provider,
  request: { readonly prompt: string } & Partial<ProviderRequest>,
  signal = new AbortController().signal,
): Promise<Composed> {
  let script = '';
  let done: Composed['done'] | null = null;
  for await (const piece of provider.compose(requestOf(request), signal)) {
    ensure(done === null, 'a piece came after "done", which must be the last');
    if (piece.type === 'script') script += piece.text;
    else done = piece;
  }
  ensure(done !== null, 'the answer ended without the piece "done"');
  return { script, done };
}

function ensureValid({ script }: Composed): void {
  ensure(script.trim() !== '', 'the script is empty');
  const [error] = analyse(script).diagnostics.filter((one) => one.severity === 'error');
  ensure(
    error === undefined,
    `the script has an error in line ${error?.span.line}: ${error?.message} (${error?.code})\n${script.split('\n')[(error?.span.line ?? 1) - 1]}`,
  );
}
