import { describe, expect, it } from 'vitest';
import type { ProviderPiece, Speech } from '../contract/index.ts';
import type { Check } from './check.ts';
import { brokenProvider } from './fixtures/broken-provider.ts';
import { hurriedRuntime } from './fixtures/broken-runtime.ts';
import { brokenVoice } from './fixtures/broken-voice.ts';
import { providerConformance } from './provider.ts';
import { runtimeConformance } from './runtime.ts';
import { voiceConformance } from './voice.ts';

const manifest = (name: string): URL => new URL(`./fixtures/${name}.manifest.json`, import.meta.url);

/** The reason with which the check whose name has `part` in it fails, or null where it passes. */
async function reasonOf(checks: readonly Check[], part: string): Promise<string | null> {
  const check = checks.find((one) => one.name.includes(part));
  if (!check) throw new Error(`no check is called "${part}"`);
  try {
    await check.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the kit on manifests', () => {
  it('names every field that is wrong', async () => {
    const checks = voiceConformance(
      brokenVoice((speech) => speech),
      manifest('bad'),
    );
    const reason = await reasonOf(checks, 'manifest is valid');
    for (const field of ['id:', 'version:', 'entry:', 'summary:', 'license:']) expect(reason).toContain(field);
  });

  it('notices a manifest of another kind', async () => {
    const checks = voiceConformance(
      brokenVoice((speech) => speech),
      manifest('provider'),
    );
    expect(await reasonOf(checks, 'manifest is valid')).toBe(
      'manifest.json says kind "provider", but this is the kit for "voice"',
    );
  });

  it('notices an object of another contract', async () => {
    const plugin = { ...brokenVoice((speech) => speech), contract: 'voice/2' as 'voice/1' };
    expect(await reasonOf(voiceConformance(plugin, manifest('voice')), 'manifest is valid')).toBe(
      'the plugin object names contract "voice/2", its manifest "voice/1"',
    );
  });
});

describe('the voice kit', () => {
  const checks = (spoil: (speech: Speech, call: number) => Speech) =>
    voiceConformance(brokenVoice(spoil), manifest('voice'));

  it('passes the fixture while nothing is spoilt', async () => {
    for (const check of checks((speech) => speech)) await check.run();
  });

  it.each<[string, (speech: Speech, call: number) => Speech, string, RegExp]>([
    [
      'audio that is no WAV',
      (speech) => ({ ...speech, audio: speech.audio.subarray(4) }),
      'speaks a line',
      /not a WAV file.*RIFF/,
    ],
    [
      'a false duration',
      (speech) => ({ ...speech, duration_ms: 5000 }),
      'speaks a line',
      /says 5000 ms, but its samples last 600\.0 ms/,
    ],
    [
      'a false sample rate',
      (speech) => ({ ...speech, sample_rate: 44_100 }),
      'speaks a line',
      /says 44100 Hz, its WAV header 8000 Hz/,
    ],
    [
      'words in the wrong order',
      (speech) => ({ ...speech, words: speech.words.toReversed() }),
      'speaks a line',
      /comes after one that stands behind it/,
    ],
    [
      'words beyond the text',
      (speech) => ({ ...speech, words: speech.words.map((word) => ({ ...word, length: 99 })) }),
      'speaks a line',
      /is not inside the text/,
    ],
    [
      'words beyond the audio',
      (speech) => ({
        ...speech,
        words: speech.words
          .map((word) => ({ ...word, end_ms: word.end_ms + 9000, start_ms: word.start_ms + 9000 }))
          .slice(0, 1),
      }),
      'speaks a line',
      /ends at 9100 ms, after the audio/,
    ],
    [
      'words that leave most of the text out',
      (speech) => ({ ...speech, words: speech.words.slice(0, 1) }),
      'speaks a line',
      /cover 3 of 27 characters/,
    ],
    [
      'chance in the audio',
      (speech, call) => ({ ...speech, audio: speech.audio.map((byte, at) => (at === 44 ? call : byte)) }),
      'same request',
      /other audio the second time/,
    ],
    [
      'a voice that is ignored',
      (speech) => ({ ...speech, warnings: [] }),
      'voice that it does not have',
      /does not exist, without a warning/,
    ],
  ])('notices %s', async (_name, spoil, part, reason) => {
    expect(await reasonOf(checks(spoil), part)).toMatch(reason);
  });

  it('notices an abort that fails with a plain error', async () => {
    const plugin = brokenVoice(
      (speech) => speech,
      (signal) => (signal.aborted ? new RangeError('nope') : null),
    );
    expect(await reasonOf(voiceConformance(plugin, manifest('voice')), 'abort')).toMatch(
      /failed with RangeError "nope", not with a PluginFailure/,
    );
  });
});

describe('the provider kit', () => {
  const done: ProviderPiece = { type: 'done', summary: 's', warnings: [] };
  const script = (text: string): ProviderPiece => ({ type: 'script', text });
  const GOOD = 'scene "x" { actor cow is cow at (230, 520) }\n';

  it.each<[string, (call: number) => readonly ProviderPiece[], string, RegExp]>([
    [
      'a script that does not compile',
      () => [script('scene "x" {\n  actor cow is kow at (1, 2)\n}\n'), done],
      'answers a prompt',
      /error in line 2: .*kow.*\n.*actor cow is kow/,
    ],
    ['an empty script', () => [done], 'answers a prompt', /the script is empty/],
    ['an answer without an end', () => [script(GOOD)], 'answers a prompt', /without the piece "done"/],
    ['pieces after the end', () => [done, script(GOOD)], 'answers a prompt', /a piece came after "done"/],
    [
      'chance in the script',
      (call) => [script(`${GOOD}// ${call}\n`), done],
      'deterministic',
      /answered the same request differently/,
    ],
    ['an abort that is ignored', () => [script(GOOD), done], 'abort', /aborted before did not fail/],
  ])('notices %s', async (_name, pieces, part, reason) => {
    expect(await reasonOf(providerConformance(brokenProvider(pieces), manifest('provider')), part)).toMatch(reason);
  });
});

describe('the runtime kit', () => {
  const checks = runtimeConformance(hurriedRuntime, manifest('runtime'));

  it.each([
    ['never hands one item to two', 'one item was handed to two workers'],
    ['revision conflict', 'an event was stored although the acknowledgement failed'],
    ['only the claimant', 'acknowledge by another worker did not fail'],
    ['unknown-run', 'run failed with TypeError "no run nobody", not with a PluginFailure'],
    ['refuses a run_id', 'create with a run_id that is taken did not fail'],
    ['leased too long', 'the item whose lease ran out was not put back'],
    ['last error', 'a status without an error did not leave the last error as it was'],
    ['changed from outside', 'changing the document after saving changed what is kept'],
  ])('notices: %s', async (part, reason) => {
    expect(await reasonOf(checks, part)).toBe(reason);
  });
});
