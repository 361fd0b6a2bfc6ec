import { encodeWav, level, PluginFailure, type VoicePlugin, type Warning } from '../../contract/index.ts';
import { createEngineClient } from './engine-client.ts';
import { findEnginePackage } from './engine-package.ts';

import { FALLBACK_VOICE, optionsSchema } from './options.ts';
import { speakable } from './speakable.ts';
import { spokenWords } from './spoken-words.ts';

const GRACE_MS = 300;
const SILENCE_MS = 100;
const SLOWEST = 80;
const FASTEST = 450;
const INSTALL = 'Run npm install again without --omit=optional.';

/** eSpeak NG in a process of its own. `find` and `processUrl` are what a test replaces. */
export function createEspeakPlugin(
  find = findEnginePackage,
  processUrl = new URL('./engine-process.ts', import.meta.url),
): VoicePlugin {
  return {
    contract: 'voice/1',
    start: async (context) => {
      const options = optionsSchema.parse(context.options);
      const engine = createEngineClient(processUrl, { timeoutMs: options.timeout_ms, graceMs: GRACE_MS });
      const installed = (): void => {
        if (!find()) throw new PluginFailure('no-engine', 'The package of eSpeak NG is not installed.', INSTALL);
      };

      return {
        probe: async () => {
          const found = find();
          return found
            ? {
                ready: true,
                detail: `eSpeak NG in WebAssembly, package version ${found.version}`,
                version: found.version,
              }
            : { ready: false, detail: `The optional package of eSpeak NG is not installed. ${INSTALL}`, version: null };
        },
        stop: () => engine.stop(),
        voices: async () => {
          installed();
          const answer = await engine.ask({ ask: 'voices' }, new AbortController().signal);
          return answer.answer === 'voices' ? answer.voices : [];
        },
        transcribe: null,
        speak: async (request, signal) => {
          installed();
          const warnings: Warning[] = [];
          const warn = (code: string, message: string): void => {
            warnings.push({ code: `voice.espeak/${code}`, message });
          };
          const wished = Math.round(options.words_per_minute * request.rate);
          const words_per_minute = Math.min(FASTEST, Math.max(SLOWEST, wished));
          if (wished !== words_per_minute)
            warn(
              'rate-limited',
              `eSpeak speaks ${SLOWEST} to ${FASTEST} words a minute, not ${wished}; it took ${words_per_minute}.`,
            );
          const voice = request.voice ?? options.voice;
          const answer = await engine.ask(
            { ask: 'speak', text: speakable(request.text), voice, words_per_minute, pitch: options.pitch },
            signal,
          );
          if (answer.answer !== 'speech')
            throw new PluginFailure('engine-failed', `eSpeak answered "${answer.answer}" to a line it should speak.`);
          if (!answer.voice_known) warn('voice-unknown', `eSpeak has no voice "${voice}"; it took ${FALLBACK_VOICE}.`);
          const nothing = request.text.trim() === '' || answer.words.length === 0;
          if (nothing)
            warn('nothing-to-say', 'The line has nothing in it that could be spoken; it is a short silence.');
          const { sample_rate } = answer;
          const samples = nothing ? new Int16Array((sample_rate * SILENCE_MS) / 1000) : level(answer.samples);
          return {
            audio: encodeWav(samples, sample_rate),
            sample_rate,
            duration_ms: Math.round((samples.length / sample_rate) * 1000),
            words: nothing ? [] : spokenWords(request.text, answer.words, samples, sample_rate),
            quality: 'measured',
            engine: 'eSpeak NG',
            real: true,
            warnings,
          };
        },
      };
    },
  };
}

export default createEspeakPlugin();
