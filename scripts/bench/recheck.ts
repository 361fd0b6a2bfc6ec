/**
 * What an editor does after a keystroke: read and check again a script of which one character has changed, against a full
 * compile of the same text. The reader understands anew only what lies around the change.
 */
import { check, compile, createReader } from '../../dsl/index.ts';
import { bigScript } from './big-script.ts';
import { compare, growth } from './measure.ts';

const SIZES = [500, 2000, 6000] as const;
const byDefault = { mode: '2d' } as const;

/** The script, and the script with one digit more in a line in its middle, in turn: every round is a change. */
function keystrokes(lines: number): () => string {
  const { scene } = bigScript(lines);
  const at = scene.indexOf(' over 1.5s', scene.length / 2) + ' over 1.5'.length;
  const texts = [`${scene.slice(0, at)}5${scene.slice(at)}`, scene];
  let round = 0;
  return () => texts[round++ % 2] ?? scene;
}

function rechecking(lines: number): () => unknown {
  const reader = createReader();
  const typed = keystrokes(lines);
  return () => check(reader.read(typed()).value);
}

for (const lines of SIZES) {
  const typed = keystrokes(lines);
  await compare({
    name: `${lines} lines, one keystroke`,
    ours: { label: 're-check', run: rechecking(lines) },
    peer: { label: 'full compile', run: () => compile(typed(), byDefault) },
  });
}

await growth(
  're-check after a keystroke',
  SIZES.map((size) => ({ size, run: rechecking(size) })),
);
