import { decodeWav, PluginFailure, type VoicePlugin } from '../../contract/index.ts';

/** Hears nothing: the client's hint is the answer, so that what was typed beside the microphone is not lost. */
const text: VoicePlugin = {
  contract: 'voice/1',
  start: async () => ({
    probe: async () => ({
      ready: true,
      detail: 'Built in; hears nothing, gives back the hint of the client.',
      version: null,
    }),
    stop: async () => undefined,
    voices: async () => [],
    speak: null,
    transcribe: async ({ audio, hint }, signal) => {
      if (signal.aborted) throw new PluginFailure('aborted', 'The request was given up.');
      // What no engine could listen to is refused here too, so that a client's fault shows before an engine is set up.
      const wav = decodeWav(audio);
      if (typeof wav === 'string')
        throw new PluginFailure('audio-invalid', `The recording is not a WAV file: ${wav}.`, 'Record it again.');
      const given = hint?.trim() ?? '';
      const message =
        given === ''
          ? 'Nobody listened, and no text came with the recording.'
          : 'Nobody listened: this is the text that came with the recording.';
      return {
        text: given,
        words: [],
        engine: 'text',
        real: false,
        warnings: [{ code: 'voice.text/stand-in', message }],
      };
    },
  }),
};

export default text;
