import type { LintRule } from './scene.ts';

export const noLyrics: LintRule = {
  code: 'lint/no-lyrics',
  severity: 'info',
  explanation: 'Who can’t hear the line can’t follow it: write it with `lyrics`.',
  wrong: 'say line "Good morning."',
  right: 'say line "Good morning." lyrics line { ball bouncing }',
  find: ({ model }) =>
    model.lines
      .filter(({ id }) => !model.lyrics.some(({ line }) => line === id))
      .map(({ id, span }) => ({ span, message: `The line \`${id}\` is spoken but not written.` })),
};

export const neverSpoken: LintRule = {
  code: 'lint/never-spoken',
  severity: 'warning',
  explanation: 'The scene is over before the line has been spoken: make it longer, or let the line begin earlier.',
  wrong: 'length 2s say line "Good morning to all of you." at 1.5s lyrics line { ball bouncing }',
  right: 'length 6s say line "Good morning to all of you." at 1.5s lyrics line { ball bouncing }',
  find: ({ model, timeline }) =>
    timeline.lines
      .filter(({ end_ms }) => end_ms > timeline.duration_ms)
      .flatMap(({ id }) => {
        const line = model.lines.find((each) => each.id === id);
        return line ? [{ span: line.span, message: `The scene ends before the line \`${id}\` has been spoken.` }] : [];
      }),
};
