import { describe, expect, it } from 'vitest';
import { readHypothesis } from './hypothesis.ts';

const RECORDING = { leadMs: 300, durationMs: 2000 };
const slices = (output: string, speaks: 'continuous' | 'single', recording = RECORDING) => {
  const { text, words } = readHypothesis(output, speaks, recording);
  return words.map((word) => [text.slice(word.offset, word.offset + word.length), word.start_ms, word.end_ms]);
};

/** As Debian's pocketsphinx_continuous 0.8+5prealpha printed it. */
const LINES = `the moon and
<s> 0.180 0.450 0.999900
the 0.460 0.580 0.796979
<sil> 0.590 0.700 0.770412
moon 0.880 1.270 0.598302
[NOISE] 1.280 1.500 0.919514
and(2) 1.510 1.590 0.477646
</s> 2.000 2.370 1.000000
`;
/** As the format of version 5.0 says. */
const JSON_LINE =
  '{"b":0.000,"d":2.380,"p":1.000,"t":"the moon","w":[{"b":0.000,"d":0.460,"p":1.000,"t":"<s>"},{"b":0.460,"d":0.130,"p":0.797,"t":"the"},{"b":0.880,"d":0.400,"p":0.598,"t":"moon(2)"}]}\n';

describe('what PocketSphinx prints', () => {
  it('becomes text and words, without fillers and numbers of pronunciations, from the start of the recording', () => {
    expect(readHypothesis(LINES, 'continuous', RECORDING).text).toBe('the moon and');
    expect(slices(LINES, 'continuous')).toEqual([
      ['the', 160, 280],
      ['moon', 580, 970],
      ['and', 1210, 1290],
    ]);
    expect(readHypothesis(JSON_LINE, 'single', RECORDING).text).toBe('the moon');
    expect(slices(JSON_LINE, 'single')).toEqual([
      ['the', 160, 290],
      ['moon', 580, 980],
    ]);
  });

  it('goes on over several utterances', () => {
    expect(readHypothesis(LINES + LINES.replaceAll(/ (\d)\./g, ' 1$1.'), 'continuous', RECORDING).text).toBe(
      'the moon and the moon and',
    );
    expect(readHypothesis(JSON_LINE + JSON_LINE, 'single', RECORDING).text).toBe('the moon the moon');
  });

  it('lies inside the recording, also where a word was heard in the silence around it', () => {
    expect(slices('<s> 0.0 0.1 1.0\noh 0.000 0.200 0.5\nno 2.500 2.900 0.5\n', 'continuous')).toEqual([
      ['oh', 0, 0],
      ['no', 2000, 2000],
    ]);
  });

  it('may be nothing: in silence and in noise', () => {
    const nothing = { text: '', words: [] };
    expect(readHypothesis('', 'continuous', RECORDING)).toEqual(nothing);
    expect(readHypothesis('\n<s> 0.000 0.870 0.999900\n</s> 0.880 0.910 1.000000\n', 'continuous', RECORDING)).toEqual(
      nothing,
    );
    expect(readHypothesis('{"b":0.000,"d":0.000,"p":1.000,"t":"","w":]}\n', 'single', RECORDING)).toEqual(nothing);
    expect(readHypothesis('', 'single', RECORDING)).toEqual(nothing);
  });

  it.each([
    ['continuous', 'usage: frobnicate [options]\n'],
    ['single', 'the moon\n'],
    ['single', '{"b":0.0,"t":"the moon"}\n'],
    ['single', '{"b":0.0,"d":1,"t":"the","w":[{"t":"the","b":-1,"d":"long"}]}\n'],
  ] as const)('is not believed in another form (%s: %j)', (speaks, output) => {
    expect(() => readHypothesis(output, speaks, RECORDING)).toThrow(/answered in a form that is not known/);
  });
});
