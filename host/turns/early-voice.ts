import { analyse } from '../../dsl/index.ts';
import type { SpeechDesk } from '../voice/speech-desk.ts';

/** A line without these holds no spoken text: looking at it would be in vain. */
const SPOKEN = /\bsay\b[^\n]*"/;

/**
 * Has the lines of a script spoken while its end is still being written, so that the turn finds their sound ready. It
 * looks at whole lines only, and only once nothing more comes at the moment: a script that comes at once is not read
 * twice. What a later line changes is spoken again.
 */
export class EarlyVoice {
  readonly #desk: Pick<SpeechDesk, 'speak'>;
  readonly #asked = new Set<string>();
  #script = '';
  #looked = 0;
  #pending: NodeJS.Immediate | null = null;

  constructor(desk: Pick<SpeechDesk, 'speak'>) {
    this.#desk = desk;
  }

  wrote(text: string): void {
    this.#script += text;
    this.#pending ??= setImmediate(() => {
      this.#pending = null;
      this.#look();
    });
  }

  restart(): void {
    this.end();
    this.#script = '';
    this.#looked = 0;
  }

  /** The script is whole, or given up: whoever has it asks for its lines now. */
  end(): void {
    if (this.#pending !== null) clearImmediate(this.#pending);
    this.#pending = null;
  }

  #look(): void {
    const end = this.#script.lastIndexOf('\n') + 1;
    if (!SPOKEN.test(this.#script.slice(this.#looked, end))) return;
    this.#looked = end;
    for (const { text, voice } of analyse(this.#script.slice(0, end)).value.lines) {
      const key = JSON.stringify([voice, text]);
      if (this.#asked.has(key)) continue;
      this.#asked.add(key);
      // Why a line could not be spoken is told when the turn asks for it in earnest.
      this.#desk.speak(text, voice).catch(() => undefined);
    }
  }
}
