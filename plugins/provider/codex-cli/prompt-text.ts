import type { Message } from '../../language-model/index.ts';

const CLOSING =
  'Your last message is the answer: the script alone. Run no command, read and write no file; all you need stands here.';

/** A conversation as the one text that the program takes. */
export const promptText = (messages: readonly Message[]): string =>
  [
    ...messages.map(({ content, role }) => (role === 'assistant' ? `You answered:\n${content}` : content)),
    `${CLOSING}\n`,
  ].join('\n\n');
