import { InvalidArgumentError, Option } from 'commander';

const UNITS = { ms: 1, s: 1000 } as const;

/** `2.5s`, `2500ms`, or milliseconds without a unit. */
export function parseMoment(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(text);
  if (!match) throw new InvalidArgumentError('Give a time from the start, like 2.5s or 2500.');
  const unit = match[2] === 's' ? UNITS.s : UNITS.ms;
  return Math.round(Number(match[1]) * unit);
}

function parseFps(text: string): number {
  const fps = Number(text);
  if (!Number.isInteger(fps) || fps < 1 || fps > 120) {
    throw new InvalidArgumentError('Give whole frames a second from 1 to 120, like 24, 30 or 60.');
  }
  return fps;
}

/** Sizes for where a film is shown. The stage is fitted into them whole, on black. */
export const PRESETS = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
} as const;

export type Preset = keyof typeof PRESETS;

export const momentOption = (): Option =>
  new Option('--at <time>', 'the moment of a still, like 2.5s or 2500').argParser(parseMoment);
export const fromOption = (): Option =>
  new Option('--from <time>', 'where a film begins').argParser(parseMoment).default(0, '0');
export const toOption = (): Option =>
  new Option('--to <time>', 'where a film ends; the end of the scene when left out').argParser(parseMoment);
export const fpsOption = (): Option => new Option('--fps <number>', 'frames a second').argParser(parseFps).default(30);
export const presetOption = (): Option =>
  new Option('--preset <shape>', 'a size by its shape').choices(Object.keys(PRESETS)).conflicts('size');
