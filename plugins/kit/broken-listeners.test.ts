import { describe, expect, it } from 'vitest';
import { PluginFailure, type SpokenWord, type Transcript, type VoicePlugin } from '../contract/index.ts';
import { brokenListener } from './fixtures/broken-voice.ts';
import { voiceConformance } from './voice.ts';

const MANIFEST = new URL('./fixtures/voice.manifest.json', import.meta.url);

/** The reason with which the check whose name has `part` in it fails, or null where it passes. */
async function reasonOf(plugin: VoicePlugin, part: string): Promise<string | null> {
  const check = voiceConformance(plugin, MANIFEST).find(({ name }) => name.includes(part));
  if (!check) throw new Error(`no check is called "${part}"`);
  return check.run().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const changed =
  (change: (word: SpokenWord, index: number) => Partial<SpokenWord>) =>
  (heard: Transcript): Transcript => ({
    ...heard,
    words: heard.words.map((word, index) => ({ ...word, ...change(word, index) })),
  });

describe('the voice kit on a voice that listens', () => {
  it('passes the fixture while nothing is spoilt', async () => {
    for (const check of voiceConformance(
      brokenListener((heard) => heard),
      MANIFEST,
    ))
      await check.run();
  });

  it.each<[string, (heard: Transcript, call: number) => Transcript | Promise<Transcript>, string, RegExp]>([
    [
      'words heard in silence',
      (heard) => ({ ...heard, text: 'Thanks for watching!', words: [] }),
      'two seconds of silence',
      /heard "Thanks for watching!" in silence, and no warning/,
    ],
    [
      'a failure where there is nothing to hear',
      () => Promise.reject(new PluginFailure('nothing', 'There is nothing in it.')),
      'a WAV file of no samples',
      /There is nothing in it/,
    ],
    ['words beyond the text', changed(() => ({ length: 99 })), 'half a second of noise', /is not inside the text/],
    ['words of no letters', changed(() => ({ length: 0 })), 'half a second of noise', /is not inside the text/],
    [
      'words beyond the audio',
      changed((word, index) => (index === 4 ? { end_ms: word.end_ms + 300 } : {})),
      'half a second of noise',
      /ends at 800 ms, after the audio \(500 ms\)/,
    ],
    [
      'words that overlap',
      changed((word) => ({ end_ms: word.end_ms + 1 })),
      'half a second of noise',
      /starts at 100 ms, before the one before it has ended \(101 ms\)/,
    ],
    [
      'times in fractions',
      changed((word) => ({ start_ms: word.start_ms + 0.5 })),
      'half a second of noise',
      /numbers that are not whole/,
    ],
    [
      'words in another order',
      (heard) => ({ ...heard, words: heard.words.toReversed() }),
      'half a second of noise',
      /comes after one that stands behind it/,
    ],
    [
      'an engine without a name',
      (heard) => ({ ...heard, engine: ' ' }),
      'half a second of noise',
      /does not say which engine listened/,
    ],
    [
      'answers that depend on what else was sent',
      (heard, call) => (call > 3 ? { ...heard, text: `${heard.text} la` } : heard),
      'listens to several at once',
      /were mixed up: alone one was heard as "la la la la la", among others as "la la la la la la"/,
    ],
  ])('notices %s', async (_name, spoil, part, reason) => {
    expect(await reasonOf(brokenListener(spoil), part)).toMatch(reason);
  });

  it.each(['bytes that are no WAV file', 'a WAV file that was cut off', 'no bytes at all'])(
    'notices one that listens to %s without a word, or fails as no plugin may',
    async (name) => {
      const careless = brokenListener(
        (heard) => heard,
        () => null,
      );
      expect(await reasonOf(careless, `refuses ${name}`)).toBe(`it listened to ${name} without a warning`);
      const plain = brokenListener(
        (heard) => heard,
        () => new RangeError('offset'),
      );
      expect(await reasonOf(plain, `refuses ${name}`)).toBe(
        `listening to ${name} failed with RangeError "offset", not with a PluginFailure`,
      );
    },
  );

  it('notices an abort that is not heeded', async () => {
    const stubborn = brokenListener(
      (heard) => heard,
      () => null,
    );
    expect(await reasonOf(stubborn, 'abort while it listens')).toBe(
      'transcribe with a signal that was aborted before did not fail',
    );
    const endless = brokenListener(
      () => new Promise<Transcript>(() => undefined),
      (_, signal) => (signal.aborted ? new PluginFailure('aborted', 'Given up.') : null),
    );
    expect(await reasonOf(endless, 'abort while it listens')).toMatch(/had not ended \d+ ms after its abort/);
  });

  it('leaves the checks of speaking out, and those of listening where a voice only speaks', async () => {
    const mute = brokenListener((heard) => heard);
    expect(await reasonOf(mute, 'speaks a line')).toBeNull();
    const deafAndMute: VoicePlugin = {
      contract: 'voice/1',
      start: async (context) => ({ ...(await mute.start(context)), transcribe: null }),
    };
    expect(await reasonOf(deafAndMute, 'two seconds of silence')).toBeNull();
    expect(await reasonOf(deafAndMute, 'speaks a line')).toBe('it neither speaks nor listens');
  });
});
