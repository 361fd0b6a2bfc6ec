import { type ModelUsage, PluginFailure, type ProviderPiece, type ProviderRequest } from '../contract/index.ts';
import { conversationOf, type Message, REMINDER } from './conversation.ts';
import { aborted, asFailure, notItsKind } from './failures.ts';
import { tooLong } from './retrying-fetch.ts';
import { ScriptFinder } from './script-finder.ts';
import { withoutSecrets } from './secrets.ts';

/** What a model says, piece by piece; `end` comes once, when the model ended by itself or at its limit. */
export type ModelPiece =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'end';
      readonly cut: boolean;
      readonly input_tokens: number | null;
      readonly output_tokens: number | null;
    };

/** One conversation with a model, which may be asked several times. */
export interface Conversation {
  /** How the model's server is named to people. */
  readonly server: string;
  readonly model: string | null;
  /** The key that the server is asked with, which it might repeat; null where there is none. */
  readonly secret: string | null;
  ask(messages: readonly Message[]): AsyncIterable<ModelPiece>;
  /** Sent so far. */
  requests(): number;
}

export interface Assignment {
  readonly brief: string;
  readonly request: ProviderRequest;
  readonly signal: AbortSignal;
}

const MOST_CHARACTERS = 1024 * 1024;
/** A model that answers without a script is told so once. */
const ASKED = 2;

/**
 * Asks a model for a script and streams it, whole line by whole line, as the model writes it. Fails with the codes of
 * the way there and with `answer-empty`, `answer-no-script`, `answer-cut-off`, `answer-too-long`, `answer-invalid`,
 * `aborted`.
 */
export async function* composeWithModel(
  conversation: Conversation,
  { brief, request, signal }: Assignment,
): AsyncGenerator<ProviderPiece, void, undefined> {
  if (signal.aborted) throw aborted();
  const begun = performance.now();
  const tokens = { input: new Tally(), output: new Tally() };
  const messages = conversationOf(request, brief);
  let first: number | null = null;
  for (let asked = 1; ; asked += 1) {
    const finder = new ScriptFinder();
    let heard = '';
    let ending: Extract<ModelPiece, { type: 'end' }> | null = null;
    try {
      for await (const piece of conversation.ask(messages)) {
        if (signal.aborted) throw aborted();
        if (piece.type === 'end') {
          ending = piece;
          continue;
        }
        if (heard.length + piece.text.length > MOST_CHARACTERS) throw tooLong();
        heard += piece.text;
        const text = finder.push(piece.text);
        if (text === '') continue;
        first ??= performance.now() - begun;
        yield { type: 'script', text };
      }
    } catch (error) {
      throw asFailure(error, conversation.server, conversation.secret, signal);
    }
    if (signal.aborted) throw aborted();
    if (ending === null) throw withoutEnd(conversation, heard);
    tokens.input.add(ending.input_tokens);
    tokens.output.add(ending.output_tokens);
    const last = finder.end();
    if (last !== '') yield { type: 'script', text: last };
    if (ending.cut) throw cutAtLimit(conversation);
    if (finder.found) {
      const total = performance.now() - begun;
      const usage: ModelUsage = {
        model: conversation.model,
        input_tokens: tokens.input.sum,
        output_tokens: tokens.output.sum,
        first_piece_ms: Math.round(first ?? total),
        total_ms: Math.round(total),
        requests: conversation.requests(),
      };
      yield { type: 'done', summary: `Written by ${conversation.model ?? conversation.server}.`, warnings: [], usage };
      return;
    }
    if (asked === ASKED) throw withoutScript(conversation, heard);
    if (heard.trim() !== '') messages.push({ role: 'assistant', content: heard.slice(0, 4000) });
    messages.push({ role: 'user', content: REMINDER });
  }
}

/** A sum that is unknown as soon as one of its parts is. */
class Tally {
  sum: number | null = 0;
  add(count: number | null): void {
    this.sum = this.sum === null || count === null ? null : this.sum + count;
  }
}

const cutAtLimit = ({ server }: Conversation): PluginFailure =>
  new PluginFailure(
    'answer-cut-off',
    `${server} stopped in the middle of the script: its limit of tokens was reached.`,
    'Give the model more room (context and answer), or ask for a smaller scene.',
  );

const withoutEnd = ({ secret, server }: Conversation, heard: string): PluginFailure =>
  heard === ''
    ? notItsKind(server, 'without a word')
    : asFailure('it ended in the middle', server, secret, new AbortController().signal);

function withoutScript({ secret, server }: Conversation, heard: string): PluginFailure {
  const said = withoutSecrets(heard, [secret]).replaceAll(/\s+/g, ' ').trim();
  if (said === '')
    return new PluginFailure('answer-empty', `${server} answered with nothing, twice.`, 'Try another model.');
  return new PluginFailure(
    'answer-no-script',
    `${server} answered without a scene script, twice: "${said.slice(0, 200)}"`,
    'Word the prompt as a scene to be shown, or try another model.',
  );
}
