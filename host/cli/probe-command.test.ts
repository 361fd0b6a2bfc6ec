import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manifestText, writePlugins } from '../fixtures/plugin-folder.ts';
import { EXPECTATIONS, missingOf } from './probe/expectation.ts';
import { choosePrompts, readCorpus } from './probe/prompts.ts';
import { runCli } from './proof/run-cli.ts';

const answerSchema = z.object({
  ok: z.boolean(),
  required: z.number(),
  required_passed: z.number(),
  exploratory: z.number(),
  exploratory_passed: z.number(),
  share: z.number(),
  triage: z.array(z.object({ prompt: z.string(), faults: z.array(z.string()).min(1), required: z.boolean() })),
});

describe('the corpus of prompts', () => {
  it('has 200 that are not required, each with something to be held to, and none twice', async () => {
    const corpus = await readCorpus();
    expect(corpus.filter(({ required }) => !required)).toHaveLength(200);
    expect(new Set(corpus.map(({ prompt }) => prompt)).size).toBe(corpus.length);
    for (const { expect: expected, prompt } of corpus) {
      expect(expected.length, prompt).toBeGreaterThan(0);
      for (const each of expected)
        expect(
          EXPECTATIONS.some(({ form }) => form.test(each)),
          `${prompt}: ${each}`,
        ).toBe(true);
    }
  });

  it('is gone through in an order by the seed, and more are composed where it ends', async () => {
    const corpus = await readCorpus();
    const of = (seed: number, count: number) => choosePrompts(corpus, seed, count).map(({ prompt }) => prompt);
    expect(of(1, 20)).toEqual(of(1, 20));
    expect(of(1, 20)).not.toEqual(of(2, 20));
    expect(of(1, 230)).toHaveLength(corpus.length + 30);
    expect(of(1, 230).slice(-30)).toEqual(of(1, 230).slice(-30));
  });
});

describe('what a prompt must come to', () => {
  it('is refused where nobody can say whether it is met', () => {
    expect(() => missingOf({} as never, ['?!'])).toThrow(/is no expectation: .*3 bird/);
  });
});

describe('opencommotion probe', () => {
  it('finds every required prompt and nine of ten others met by the built-in provider', async () => {
    const { code, stdout } = await runCli(['probe', '--json', '--provider', 'heuristic']);
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.triage.filter(({ required }) => required)).toEqual([]);
    expect(answer.required_passed).toBe(answer.required);
    expect(answer.exploratory).toBe(200);
    expect(answer.share).toBeGreaterThanOrEqual(0.9);
    expect(code).toBe(0);
  });

  it('lists what is missing and ends with 1 where a required prompt is not met', async () => {
    const { code, stdout } = await runCli(['probe', '--count', '3', '--provider', 'scripted']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/REQUIRED show how day turns into night\n {4}scenario B, not any\n/);
    expect(stdout).toMatch(/\n0 of 12 required prompts passed; \d of 3 others, .* %\.\n$/);
  });

  it('counts a provider that fails as one that does not meet them', async () => {
    const path = await writePlugins({
      x: { 'manifest.json': manifestText({ id: 'x', kind: 'provider', entry: './none.mjs' }) },
    });
    const { code, stdout } = await runCli(['probe', '--count', '0', '--provider', 'x', '--json'], {
      env: { OPENCOMMOTION_PLUGINS_PATH: path },
    });
    expect(code).toBe(1);
    expect(answerSchema.parse(JSON.parse(stdout)).triage[0]?.faults[0]).toMatch(/^provider_unavailable/);
  });
});
