/** The process in which eSpeak NG runs: asked over the IPC channel, and gone when that closes. */
import { type Answer, askSchema } from './engine-messages.ts';
import { startEspeak } from './espeak-engine.ts';

const starting = startEspeak();
// A failed start is answered to each request below; it must not end the process before it could be told.
starting.catch(() => undefined);

process.on('disconnect', () => process.exit(0));
process.on('message', async (message) => {
  const ask = askSchema.parse(message);
  try {
    const engine = await starting;
    const answer: Answer =
      ask.ask === 'voices'
        ? { answer: 'voices', id: ask.id, voices: engine.voices() }
        : { answer: 'speech', id: ask.id, ...engine.speak(ask.text, ask) };
    process.send?.(answer);
  } catch (error) {
    const failure: Answer = {
      answer: 'failure',
      id: ask.id,
      code: 'engine-failed',
      message: error instanceof Error ? error.message : String(error),
    };
    // Whatever state the engine is in now, the next request gets a new one.
    process.send?.(failure, undefined, {}, () => process.disconnect());
  }
});
