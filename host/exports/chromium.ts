import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { ExportFault } from './export-fault.ts';

/** Names under which distributions put Chromium or Chrome on the PATH, best first. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where installers put it without telling the PATH. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet, offline, and able to run as root in a container. */
const FLAGS = [
  '--no-sandbox',
  '--headless=new',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

type Environment = Readonly<Record<string, string | undefined>>;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium to drive: `OPENCOMMOTION_CHROMIUM` where it is set (and nothing else then), otherwise the first on the
 * PATH or on a usual path; null where there is none.
 */
export function findChromium(environment: Environment = process.env): string | null {
  const chosen = environment.OPENCOMMOTION_CHROMIUM;
  if (chosen) return isProgram(chosen) ? chosen : null;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...onPath, ...USUAL_PATHS].find(isProgram) ?? null;
}

/**
 * Starts a headless Chromium; the caller closes it.
 * @throws ExportFault where none is found
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = options.executablePath ?? findChromium();
  if (!executablePath) {
    const cure = 'Install it (Debian: apt-get install --yes chromium) or name one in OPENCOMMOTION_CHROMIUM.';
    throw new ExportFault('export/chromium-missing', 'No Chromium was found.', cure);
  }
  const { chromium } = await import('playwright-core');
  return chromium.launch({ ...options, executablePath, args: [...FLAGS, ...(options.args ?? [])] });
}
