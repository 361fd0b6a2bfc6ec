import { PluginFailure } from '../../contract/index.ts';

const BEGINNING = 200;

/** The beginning of what an engine wrote, on one line. */
export const excerpt = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, BEGINNING);

export const aborted = (): PluginFailure => new PluginFailure('aborted', 'The request was given up.');

export const garbled = (engine: string, answer: string, cause?: unknown): PluginFailure =>
  new PluginFailure(
    'answer-garbled',
    `${engine} answered in a form that is not known: ${JSON.stringify(excerpt(answer))}.`,
    'Is it whisper.cpp, of version 1.6 or later?',
    { cause },
  );
