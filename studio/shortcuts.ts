/** What keys ask of the studio. The typed letter counts, not the place of the key on the board. */
export type Command =
  | { readonly kind: 'toggle' | 'forward' | 'backward' | 'mark-in' | 'mark-out' | 'toggle-loop' }
  | { readonly kind: 'toggle-mute' | 'full-screen' | 'toggle-mode' | 'start' | 'end' | 'toggle-stats' }
  | { readonly kind: 'step'; readonly by_ms: number };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: Readonly<Record<string, Command>> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  j: { kind: 'backward' },
  l: { kind: 'forward' },
  i: { kind: 'mark-in' },
  o: { kind: 'mark-out' },
  m: { kind: 'toggle-mute' },
  f: { kind: 'full-screen' },
  d: { kind: 'toggle-mode' },
  arrowleft: { kind: 'step', by_ms: -100 },
  arrowright: { kind: 'step', by_ms: 100 },
  home: { kind: 'start' },
  end: { kind: 'end' },
};

const SHIFTED: Readonly<Record<string, Command>> = {
  l: { kind: 'toggle-loop' },
  s: { kind: 'toggle-stats' },
  arrowleft: { kind: 'step', by_ms: -1000 },
  arrowright: { kind: 'step', by_ms: 1000 },
};

export function commandFor(press: KeyPress): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return (press.shiftKey ? SHIFTED : PLAIN)[press.key.toLowerCase()] ?? null;
}

/** The list that the help shows. */
export const SHORTCUT_HELP: readonly (readonly [string, string])[] = [
  ['Space or K', 'play, pause'],
  ['J / L', 'back a second; on, and faster with each press'],
  ['← / →', 'a tenth of a second; with Shift a second'],
  ['Home / End', 'to the start, to the end'],
  ['I / O', 'set in point, out point'],
  ['Shift + L', 'loop'],
  ['D', '2D or 3D'],
  ['M', 'mute'],
  ['F', 'full screen'],
  ['Shift + S', 'what drawing costs'],
];
