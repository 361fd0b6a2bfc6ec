/**
 * A language model that knows nothing and recites one text after any prompt, as a GGUF file (version 3) of architecture "llama".
 * It is for trying servers of language models where no trained model is at hand: they read it, tokenize, fill a cache, sample
 * and stream as with any other.
 *
 * All layers are 0, so that only the last token counts. It is embedded as a unit vector, and the output gives that vector to the
 * token that follows in the text. Layout: ggml, `docs/gguf.md`; names and shapes: llama.cpp, `llama-arch.cpp`.
 */

const VERSION = 3;
const ALIGNMENT = 32;
const CONTEXT = 32_768;
const HEAD = 64;
const F32 = 0;
/** Types of values in a GGUF header. */
const UINT32 = 4;
const INT32 = 5;
const FLOAT32 = 6;
const BOOL = 7;
const STRING = 8;
const ARRAY = 9;
/** Kinds of tokens. */
const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;
/** The end of the text, and the token that a prompt ends with. */
const END = 2;
const BEGIN_ANSWER = 259;
const FIRST_PIECE = 260;
const CERTAINTY = 3;
const TEMPLATE = '{% for message in messages %}{{ message.content }}\n{% endfor %}<|answer|>';

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const f32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
const entry = (key: string, type: number, value: Buffer): Buffer => Buffer.concat([text(key), u32(type), value]);
const list = (type: number, values: readonly Buffer[]): Buffer =>
  Buffer.concat([u32(type), u64(values.length), ...values]);

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const zeros = (name: string, ...shape: readonly number[]): Tensor => ({
  name,
  shape,
  values: new Float32Array(shape.reduce((product, side) => product * side, 1)),
});
const ones = (name: string, side: number): Tensor => ({ name, shape: [side], values: new Float32Array(side).fill(1) });

/** Pieces of a few letters, each different from all others, since a token follows upon a token. */
function piecesOf(recital: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of recital) {
    piece += letter;
    if (piece.length < 6 || pieces.includes(piece)) continue;
    pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''}${piece}`];
}

/** `endless`: after its last piece the text begins anew, and never ends. */
export function recitingLlm(recital: string, { endless = false } = {}): Buffer {
  const pieces = piecesOf(recital);
  const tokens = [
    '<unk>',
    '<s>',
    '</s>',
    ...Array.from({ length: 256 }, (_, at) => `<0x${at.toString(16).toUpperCase().padStart(2, '0')}>`),
    '<|answer|>',
    ...pieces.map((piece) => piece.replaceAll(' ', '\u2581')),
  ];
  const kinds = tokens.map((_, at) => {
    if (at === 0) return UNKNOWN;
    if (at <= END || at === BEGIN_ANSWER) return CONTROL;
    return at < BEGIN_ANSWER ? BYTE : NORMAL;
  });
  const order = [BEGIN_ANSWER, ...pieces.map((_, at) => FIRST_PIECE + at)];
  const width = HEAD * Math.ceil(order.length / HEAD);
  const embedded = zeros('token_embd.weight', width, tokens.length);
  const output = zeros('output.weight', width, tokens.length);
  order.forEach((token, at) => {
    const next = order[at + 1] ?? (endless ? FIRST_PIECE : END);
    embedded.values[token * width + at] = 1;
    output.values[next * width + at] = CERTAINTY;
  });
  const tensors = [
    embedded,
    ones('blk.0.attn_norm.weight', width),
    ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name) => zeros(`blk.0.${name}.weight`, width, width)),
    ones('blk.0.ffn_norm.weight', width),
    ...['ffn_gate', 'ffn_down', 'ffn_up'].map((name) => zeros(`blk.0.${name}.weight`, width, width)),
    ones('output_norm.weight', width),
    output,
  ];
  const header = [
    entry('general.architecture', STRING, text('llama')),
    entry('general.name', STRING, text('recital')),
    entry('llama.context_length', UINT32, u32(CONTEXT)),
    entry('llama.embedding_length', UINT32, u32(width)),
    entry('llama.block_count', UINT32, u32(1)),
    entry('llama.feed_forward_length', UINT32, u32(width)),
    entry('llama.attention.head_count', UINT32, u32(width / HEAD)),
    entry('llama.attention.head_count_kv', UINT32, u32(width / HEAD)),
    entry('llama.attention.layer_norm_rms_epsilon', FLOAT32, f32(1e-5)),
    entry('llama.rope.dimension_count', UINT32, u32(HEAD)),
    entry('llama.vocab_size', UINT32, u32(tokens.length)),
    entry('tokenizer.ggml.model', STRING, text('llama')),
    entry('tokenizer.ggml.tokens', ARRAY, list(STRING, tokens.map(text))),
    entry(
      'tokenizer.ggml.scores',
      ARRAY,
      list(
        FLOAT32,
        tokens.map((_, at) => f32(-at)),
      ),
    ),
    entry('tokenizer.ggml.token_type', ARRAY, list(INT32, kinds.map(u32))),
    entry('tokenizer.ggml.unknown_token_id', UINT32, u32(0)),
    entry('tokenizer.ggml.bos_token_id', UINT32, u32(1)),
    entry('tokenizer.ggml.eos_token_id', UINT32, u32(END)),
    entry('tokenizer.ggml.add_bos_token', BOOL, Buffer.from([1])),
    entry('tokenizer.ggml.add_space_prefix', BOOL, Buffer.from([0])),
    entry('tokenizer.chat_template', STRING, text(TEMPLATE)),
  ];
  let offset = 0;
  const named: Buffer[] = [];
  const data: Buffer[] = [];
  for (const { name, shape, values } of tensors) {
    named.push(Buffer.concat([text(name), u32(shape.length), ...shape.map(u64), u32(F32), u64(offset)]));
    const bytes = aligned(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    data.push(bytes);
    offset += bytes.length;
  }
  const head = [Buffer.from('GGUF'), u32(VERSION), u64(tensors.length), u64(header.length), ...header, ...named];
  return Buffer.concat([aligned(Buffer.concat(head)), ...data]);
}

const aligned = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
