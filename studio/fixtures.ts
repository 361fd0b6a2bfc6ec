/** Timelines made by hand, for tests that need no compiler. */
import { TIMELINE_VERSION, type Timeline } from '../dsl/index.ts';

export const emptyScene = (change: Partial<Timeline> = {}): Timeline => ({
  version: TIMELINE_VERSION,
  title: 'A scene',
  mode: '2d',
  seed: 1,
  quality: null,
  stage: { width: 1280, height: 720 },
  duration_ms: 5000,
  alignment: 'measured',
  lines: [],
  words: [],
  needs: [],
  machines: [],
  patches: [],
  hash: '00',
  ...change,
});

/** A scene in which one line is spoken from 500 ms on. */
export const spokenScene = (text: string, change: Partial<Timeline> = {}): Timeline =>
  emptyScene({
    alignment: 'estimated',
    lines: [{ id: 'line', text, voice: null, start_ms: 500, end_ms: 2500, quality: 'estimated' }],
    hash: text,
    ...change,
  });
