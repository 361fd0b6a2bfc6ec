import type { FilmProgress } from '../../exports/make-film.ts';

const WIDTH = 24;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** `[########----------------]  33 %  100/300 frames  21.4/s  0:09 left` */
export function progressText({ done, frames, kept }: FilmProgress, seconds: number): string {
  const share = frames === 0 ? 1 : done / frames;
  const full = Math.round(share * WIDTH);
  const speed = seconds > 0 ? (done - kept) / seconds : 0;
  const left = speed > 0 ? `  ${clock((frames - done) / speed)} left` : '';
  const bar = `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
  return `${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${done}/${frames} frames  ${speed.toFixed(1)}/s${left}`;
}

/** A line that changes in a terminal; in a file or a pipe a line for every tenth of the way. */
export function progressLine(
  stream: NodeJS.WriteStream,
  now: () => number,
): {
  readonly show: (progress: FilmProgress) => void;
  readonly end: () => void;
} {
  const start = now();
  let shown = 0;
  let open = false;
  return {
    show(progress) {
      const text = progressText(progress, (now() - start) / 1000);
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${text}`);
        open = true;
        return;
      }
      const tenth = Math.floor((progress.done / Math.max(1, progress.frames)) * 10);
      if (tenth > shown) stream.write(`${text}\n`);
      shown = Math.max(shown, tenth);
    },
    end() {
      if (open) stream.write('\n');
      open = false;
    },
  };
}
