import type { Diagnostic } from '../../dsl/index.ts';
import type { ProviderRequest } from '../contract/index.ts';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** More of them say nothing new: the first mistakes cause the others. */
const MOST_DIAGNOSTICS = 20;

const fenced = (script: string): string => `\`\`\`scene\n${script.trimEnd()}\n\`\`\``;

/** The prompt as data: it can't end the tags it stands in. */
const quoted = (prompt: string): string =>
  `<request>\n${prompt.toWellFormed().replaceAll(/<(?=\/?request>)/gi, '‹')}\n</request>`;

function sentence({ code, message, severity, span, cures }: Diagnostic): string {
  const [cure] = cures;
  return `line ${span.line}, column ${span.column}: ${severity} ${code}: ${message}${cure ? ` Cure: ${cure.title}.` : ''}`;
}

/** What a person asked for: something new, or a change of what plays. */
function wish({ prompt, currentScript }: ProviderRequest): string {
  if (currentScript === null) return `Write a scene for this request.\n${quoted(prompt)}`;
  return [
    'This scene plays now:',
    fenced(currentScript),
    'Change it as this request says. Keep every name and everything that it does not touch. Answer with the whole changed script.',
    quoted(prompt),
  ].join('\n');
}

/** The messages that ask a model for a script; a repair brings back the failed script with what the compiler said. */
export function conversationOf(request: ProviderRequest, brief: string): Message[] {
  const asked: Message[] = [
    { role: 'system', content: brief },
    { role: 'user', content: wish(request) },
  ];
  const { failed } = request;
  if (failed === null) return asked;
  const worst = failed.diagnostics.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  return [
    ...asked,
    { role: 'assistant', content: fenced(failed.script) },
    {
      role: 'user',
      content: [
        'This script does not compile:',
        ...worst.slice(0, MOST_DIAGNOSTICS).map(sentence),
        'Mend it, and answer with the whole mended script.',
      ].join('\n'),
    },
  ];
}

/** Said to a model that answered without a script. */
export const REMINDER = 'That was not a scene script. Answer with the script alone, beginning with: scene "';

const SPEAKERS = { system: 'Your task', user: 'Asked', assistant: 'You answered' } as const;

/** A conversation as one text, for agents that take a single message and could do more than answer it. */
export const asOneText = (messages: readonly Message[]): string =>
  [
    'Answer at once and by yourself: run no command, use no tool, read and write no file.',
    ...messages.map(({ content, role }) => `# ${SPEAKERS[role]}\n\n${content}`),
  ].join('\n\n');
