import { Command, InvalidArgumentError, Option } from 'commander';
import { EXIT } from '../faults.ts';
import { jsonOption } from '../options.ts';
import { print, toJson } from '../output.ts';

interface ProbeOptions {
  readonly seed: number;
  readonly count: number;
  readonly share: number;
  readonly provider?: string;
  readonly json?: boolean;
}

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, like 50.');
  return Number(text);
};
const shareOf = (text: string): number => {
  const value = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new InvalidArgumentError('Give a share from 0 to 1, like 0.9.');
  return value;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

async function probe({ count, json = false, provider, seed, share }: ProbeOptions): Promise<void> {
  // Only this command needs the host's parts: the others start faster without them.
  const [{ withWriter }, { choosePrompts, readCorpus }, { probePrompt }] = await Promise.all([
    import('../probe/with-writer.ts'),
    import('../probe/prompts.ts'),
    import('../probe/probe-prompts.ts'),
  ]);
  const prompts = choosePrompts(await readCorpus(), seed, count);
  const probed = await withWriter(provider ?? null, async (writer) => {
    const results = [];
    for (const prompt of prompts) results.push(await probePrompt(writer, prompt));
    return results;
  });
  const required = probed.filter((each) => each.required);
  const others = probed.filter((each) => !each.required);
  const passing = (of: typeof probed): number => of.filter(({ ok }) => ok).length;
  const reached = others.length === 0 ? 1 : passing(others) / others.length;
  const ok = passing(required) === required.length && reached >= share;
  const triage = probed.filter((each) => !each.ok);
  if (json) {
    const summary = { ok, seed, required: required.length, required_passed: passing(required) };
    await print(
      toJson({ ...summary, exploratory: others.length, exploratory_passed: passing(others), share: reached, triage }),
    );
  } else {
    const list = triage.map(
      ({ faults, prompt, required: must }) =>
        `${must ? 'REQUIRED ' : ''}${prompt}\n${faults.map((fault) => `    ${fault}\n`).join('')}`,
    );
    await print(
      `${list.join('')}${passing(required)} of ${required.length} required prompts passed; ${passing(others)} of ${others.length} others, ${percent(reached)}.\n`,
    );
  }
  process.exitCode = ok ? EXIT.fine : EXIT.input;
}

export const probeCommand = (): Command =>
  new Command('probe')
    .summary('try prompts and list what did not become a fitting scene')
    .description(
      'Has the provider answer the prompts of scenarios/prompts/corpus.json and judges each scene: does it compile in 2D and 3D,\n' +
        'is what the prompt names on stage, does a certified scenario keep its rules? More than the corpus holds are composed.',
    )
    .addOption(new Option('--seed <n>', 'which of the others, in which order').argParser(whole).default(1))
    .addOption(new Option('--count <n>', 'how many beside the required ones').argParser(whole).default(200))
    .addOption(new Option('--share <x>', 'how many of the others must pass').argParser(shareOf).default(0.9))
    .addOption(new Option('--provider <id>', 'another than OPENCOMMOTION_LLM_PROVIDER names'))
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  opencommotion probe --seed 7 --count 50')
    .action(probe);
