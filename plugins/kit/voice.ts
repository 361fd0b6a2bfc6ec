import { decodeWav, type SpeakRequest, type Speech, type Voice, type VoicePlugin } from '../contract/index.ts';
import { type Check, ensure } from './check.ts';
import { createBench, lifeChecks } from './life.ts';
import { listeningChecks } from './listening.ts';
import { ensureAbortable } from './settle.ts';
import { ensureWords } from './spoken-words.ts';

const LINE = 'The cow jumps over the moon';
const TEXTS = {
  'an empty text': '',
  'blanks alone': '  \t\n ',
  'punctuation alone': '… — !? "()"',
  'emoji and punctuation': 'Well — a cow 🐄, jumping (over!) the 🌙…',
  'letters of many scripts': 'Café мир 日本 שלום',
  'control characters and a lone surrogate': 'a\u0000b\u0007c \ud800 d',
  '2,000 characters': 'The quick brown fox jumps over the lazy dog. '.repeat(45).slice(0, 2000),
} as const;

/**
 * What a plugin of kind `voice` must do: checks of speaking pass where it only listens, and the other way round. `options` are settings that the manifest allows, where it can't be tried with its defaults.
 * A rounding of one millisecond is allowed everywhere.
 */
export function voiceConformance(
  plugin: VoicePlugin,
  manifestUrl: URL,
  options: Readonly<Record<string, unknown>> = {},
): readonly Check[] {
  const bench = createBench<Voice>(plugin, manifestUrl, 'voice', options);
  const speaking = (use: (speak: Speak) => Promise<void>): Promise<void> =>
    bench.started(async (voice) => {
      const { speak } = voice;
      if (speak)
        await use((request, signal = new AbortController().signal) => speak({ ...DEFAULTS, ...request }, signal));
      else ensure(voice.transcribe !== null, 'it neither speaks nor listens');
    });
  return [
    ...lifeChecks(plugin, manifestUrl, 'voice', options),
    {
      name: 'names its voices',
      run: () =>
        bench.started(async (voice) => {
          const names = await voice.voices();
          ensure(new Set(names).size === names.length, 'it lists a voice twice');
        }),
    },
    {
      name: 'speaks a line: a WAV file, its length, words in order, inside the audio, covering the text',
      run: () =>
        speaking(async (speak) => {
          const speech = await speak({ text: LINE });
          ensureSpeech(speech, LINE);
          // A voice that does not know them says so, and the host finds them.
          if (speech.quality === 'estimated' && speech.words.length === 0) return;
          ensure(speech.words.length > 0, `"${LINE}" has no words with times, and its quality is not "estimated"`);
          const named = speech.words.reduce((sum, word) => sum + word.length, 0);
          ensure(
            named >= LINE.length / 2,
            `the words with times cover ${named} of ${LINE.length} characters, less than half of the line`,
          );
        }),
    },
    ...Object.entries(TEXTS).map(
      ([name, text]): Check => ({
        name: `takes ${name}`,
        run: () => speaking(async (speak) => ensureSpeech(await speak({ text }), text)),
      }),
    ),
    {
      name: 'says the same request the same way, whatever was said in between',
      run: () =>
        speaking(async (speak) => {
          const first = await speak({ text: LINE });
          await speak({ text: 'Something else in between.' });
          const second = await speak({ text: LINE });
          ensure(Buffer.compare(first.audio, second.audio) === 0, 'the same request gave other audio the second time');
          ensure(
            JSON.stringify(first.words) === JSON.stringify(second.words),
            'the same request gave other word times the second time',
          );
        }),
    },
    {
      name: 'speaks faster at a higher rate, or says that it can not',
      run: () =>
        speaking(async (speak) => {
          const slow = await speak({ text: LINE, rate: 0.75 });
          const fast = await speak({ text: LINE, rate: 1.5 });
          ensure(
            fast.duration_ms < slow.duration_ms || fast.warnings.length > 0,
            'rate 1.5 is not shorter than rate 0.75, and no warning says so',
          );
        }),
    },
    {
      name: 'speaks all of a line, though it has points and colons in it',
      run: () =>
        speaking(async (speak) => {
          const part = await speak({ text: 'The first.' });
          const whole = await speak({ text: 'The first. The second: a longer one! And the third?' });
          ensure(
            whole.duration_ms > 2 * part.duration_ms,
            `"The first." lasts ${part.duration_ms} ms, that and two sentences more ${whole.duration_ms} ms: some are left out`,
          );
        }),
    },
    {
      name: 'warns of a voice that it does not have',
      run: () =>
        speaking(async (speak) => {
          const speech = await speak({ text: LINE, voice: 'no-such-voice' });
          ensure(speech.warnings.length > 0, 'it spoke with a voice that does not exist, without a warning');
        }),
    },
    {
      name: 'serves several at once, each its own line',
      run: () =>
        speaking(async (speak) => {
          const lines = ['One.', 'One two three.', 'One two three four five six.'];
          const spoken = await Promise.all(lines.map((text) => speak({ text })));
          for (const [index, speech] of spoken.entries()) ensureSpeech(speech, lines[index] ?? '');
          const lengths = spoken.map((speech) => speech.duration_ms);
          ensure((lengths[0] ?? 0) < (lengths[2] ?? 0), 'lines asked for at the same time were mixed up');
        }),
    },
    {
      name: 'heeds an abort',
      run: () =>
        speaking((speak) => ensureAbortable('speak', (signal) => speak({ text: TEXTS['2,000 characters'] }, signal))),
    },
    ...listeningChecks(bench),
  ];
}

type Speak = (request: { readonly text: string } & Partial<SpeakRequest>, signal?: AbortSignal) => Promise<Speech>;

const DEFAULTS = { voice: null, rate: 1 };

function ensureSpeech(speech: Speech, text: string): void {
  const wav = decodeWav(speech.audio);
  ensure(typeof wav !== 'string', `the audio is not a WAV file as the contract asks for: ${wav}`);
  ensure(wav.samples.length > 0, 'the audio has no samples');
  ensure(
    wav.sample_rate === speech.sample_rate,
    `it says ${speech.sample_rate} Hz, its WAV header ${wav.sample_rate} Hz`,
  );
  ensure(Number.isInteger(speech.duration_ms), `its duration, ${speech.duration_ms} ms, is not a whole number`);
  ensure(
    Math.abs(wav.duration_ms - speech.duration_ms) <= 1,
    `it says ${speech.duration_ms} ms, but its samples last ${wav.duration_ms.toFixed(1)} ms`,
  );
  ensure(speech.engine.trim() !== '', 'it does not say which engine spoke');
  ensureWords(speech.words, text, speech.duration_ms);
}
