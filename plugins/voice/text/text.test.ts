import { describe, expect, it } from 'vitest';
import { encodeWav, LISTENING_RATE } from '../../contract/index.ts';
import text from './index.ts';

const transcribe = async (hint: string | null, audio = encodeWav(new Int16Array(160), LISTENING_RATE)) => {
  const voice = await text.start({ options: {}, dataDir: '', environment: {}, log: () => undefined });
  return voice.transcribe?.({ audio, hint }, new AbortController().signal);
};

describe('the stand-in that hears nothing', () => {
  it('gives the hint back as the text, and says that nobody listened', async () => {
    expect(await transcribe('  a cow on the moon ')).toEqual({
      text: 'a cow on the moon',
      words: [],
      engine: 'text',
      real: false,
      warnings: [
        {
          code: 'voice.text/stand-in',
          message: 'Nobody listened: this is the text that came with the recording.',
        },
      ],
    });
  });

  it.each([null, '', ' \n'])('answers the hint %j with no text and a warning', async (hint) => {
    expect(await transcribe(hint)).toMatchObject({ text: '', warnings: [{ code: 'voice.text/stand-in' }] });
  });

  it('refuses what is no recording, as an engine would', async () => {
    await expect(transcribe('a cow', new Uint8Array(9))).rejects.toMatchObject({ code: 'audio-invalid' });
  });
});
