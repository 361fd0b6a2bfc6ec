/**
 * A Whisper model that knows nothing and recites one sentence, whatever it hears. It is for trying programs that run Whisper
 * models where no trained one is at hand: they read it, decode the sound, and search for tokens as with any other.
 *
 * Layout: whisper.cpp, `models/convert-pt-to-ggml.py` and `whisper_model_load` (ggml, magic `lmgg`): header, mel filters,
 * vocabulary, tensors. All weights are 0, so that no layer changes what goes through it; the position alone decides. At
 * position p the decoder's state is dominated by the unit vector p, and so is the embedding of the token that is due there.
 */

const MAGIC = 0x67676d6c;
/** Of the English models: 50,256 byte pairs, then the end, the start, and so on up to the times. */
const VOCABULARY = 51_864;
const BYTE_PAIRS = 50_256;
const END = 50_256;
/** The token of 0.00 s; each one after it is 20 ms later. */
const TIME_ZERO = 50_363;
const TIMES_PER_SECOND = 50;
const SECONDS_PER_TOKEN = 0.3;

const WIDTH = 64;
const LAYERS = 4;
const AUDIO_CONTEXT = 1_500;
const TEXT_CONTEXT = 448;
const MELS = 80;
/** Frequencies of a Fourier transform of 400 samples. */
const FREQUENCIES = 201;
/** How much the position outweighs the token that came before. */
const POSITION = 10;
/** 3, as a 16-bit float. */
const CERTAIN = 0x4200;
const BYTES = 256;
const F32 = 0;
const F16 = 1;

const integers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, at) => {
    bytes.writeInt32LE(value, 4 * at);
  });
  return bytes;
};

/** Matrices are of 16-bit floats, everything else of 32-bit ones; of zeros where no values are given. */
function tensor(name: string, shape: readonly number[], values?: Float32Array | Uint16Array): Buffer {
  const size = shape.reduce((product, side) => product * side, 1);
  const half = shape.length > 1 && name.endsWith('.weight');
  const data = values ?? (half ? new Uint16Array(size) : new Float32Array(size));
  return Buffer.concat([
    integers(shape.length, name.length, half ? F16 : F32, ...shape),
    Buffer.from(name, 'latin1'),
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  ]);
}

/** The tensors of an attention, of which only the query, the value and the output have a bias. */
const attention = (name: string): Buffer[] => [
  ...['query', 'key', 'value', 'out'].map((part) => tensor(`${name}.${part}.weight`, [WIDTH, WIDTH])),
  ...['query', 'value', 'out'].map((part) => tensor(`${name}.${part}.bias`, [WIDTH])),
];

const norm = (name: string, weight = 0): Buffer[] => [
  tensor(`${name}.weight`, [WIDTH], new Float32Array(WIDTH).fill(weight)),
  tensor(`${name}.bias`, [WIDTH]),
];

const layer = (name: string): Buffer[] => [
  ...norm(`${name}.attn_ln`),
  ...attention(`${name}.attn`),
  ...norm(`${name}.mlp_ln`),
  tensor(`${name}.mlp.0.weight`, [WIDTH, 4 * WIDTH]),
  tensor(`${name}.mlp.0.bias`, [4 * WIDTH]),
  tensor(`${name}.mlp.2.weight`, [4 * WIDTH, WIDTH]),
  tensor(`${name}.mlp.2.bias`, [WIDTH]),
];

const encoder = (): Buffer[] => [
  tensor('encoder.positional_embedding', [WIDTH, AUDIO_CONTEXT]),
  tensor('encoder.conv1.weight', [3, MELS, WIDTH]),
  tensor('encoder.conv1.bias', [1, WIDTH]),
  tensor('encoder.conv2.weight', [3, WIDTH, WIDTH]),
  tensor('encoder.conv2.bias', [1, WIDTH]),
  ...Array.from({ length: LAYERS }, (_, at) => layer(`encoder.blocks.${at}`)).flat(),
  ...norm('encoder.ln_post'),
];

/** `due`: the token of each position; of all positions after them the last. */
function decoder(due: readonly number[]): Buffer[] {
  const positions = new Float32Array(WIDTH * TEXT_CONTEXT);
  const tokens = new Uint16Array(WIDTH * VOCABULARY);
  for (let at = 0; at < TEXT_CONTEXT; at += 1) positions[at * WIDTH + Math.min(at, due.length - 1)] = POSITION;
  due.forEach((token, at) => {
    tokens[token * WIDTH + at] = CERTAIN;
  });
  return [
    tensor('decoder.positional_embedding', [WIDTH, TEXT_CONTEXT], positions),
    tensor('decoder.token_embedding.weight', [WIDTH, VOCABULARY], tokens),
    ...Array.from({ length: LAYERS }, (_, at) => [
      ...layer(`decoder.blocks.${at}`),
      ...norm(`decoder.blocks.${at}.cross_attn_ln`),
      ...attention(`decoder.blocks.${at}.cross_attn`),
    ]).flat(),
    ...norm('decoder.ln', 1),
  ];
}

/** A model file that recites `pieces`, each a token with its blank before it. At most 60 of them. */
export function recitingModel(pieces: readonly string[]): Buffer {
  const words = Array.from({ length: BYTE_PAIRS }, (_, at) => {
    if (at < BYTES) return Buffer.from([at]);
    return Buffer.from(pieces[at - BYTES] ?? `[${at}]`);
  });
  const last = TIME_ZERO + Math.round(pieces.length * SECONDS_PER_TOKEN * TIMES_PER_SECOND);
  const due = [TIME_ZERO, ...pieces.map((_, at) => BYTES + at), last, END];
  return Buffer.concat([
    integers(MAGIC, VOCABULARY, AUDIO_CONTEXT, WIDTH, 1, LAYERS, TEXT_CONTEXT, WIDTH, 1, LAYERS, MELS, F16),
    integers(MELS, FREQUENCIES),
    Buffer.alloc(4 * MELS * FREQUENCIES),
    integers(words.length),
    ...words.flatMap((word) => [integers(word.length), word]),
    ...encoder(),
    ...decoder(due),
  ]);
}
