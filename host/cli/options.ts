import { InvalidArgumentError, Option } from 'commander';
import type { Mode } from '../../dsl/index.ts';

/** Options that several commands share, each parsed once and here. */

const MOST_PIXELS = 8192;

export interface Size {
  readonly width: number;
  readonly height: number;
}

function parseMilliseconds(text: string): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) throw new InvalidArgumentError('Give milliseconds from the start, like 2500.');
  return value;
}

function parseSize(text: string): Size {
  const match = /^(\d{1,5})x(\d{1,5})$/i.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (!(width >= 1 && height >= 1 && width <= MOST_PIXELS && height <= MOST_PIXELS)) {
    throw new InvalidArgumentError(`Give width x height in pixels up to ${MOST_PIXELS}, like 1280x720.`);
  }
  return { width, height };
}

export const FILE_ARGUMENT = 'a scene script; - reads standard input';

export const modeOption = (): Option =>
  new Option('--mode <mode>', 'which reading of the scene').choices(['2d', '3d']).makeOptionMandatory();

export const atOption = (): Option =>
  new Option('--at <ms>', 'the moment, in milliseconds from the start')
    .argParser(parseMilliseconds)
    .makeOptionMandatory();

export const timingsOption = (): Option =>
  new Option('--timings <file>', 'when each word is spoken, as JSON; estimated when left out');

export const sizeOption = (): Option =>
  new Option('--size <size>', 'pixels of the picture')
    .argParser(parseSize)
    .default({ width: 1280, height: 720 }, '1280x720');

export const jsonOption = (): Option => new Option('--json', 'answer in JSON, for machines');

/** What commander hands to a command that takes `modeOption` and `timingsOption`. */
export interface ReadingOptions {
  readonly mode: Mode;
  readonly timings?: string;
}
