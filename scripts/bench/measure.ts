/**
 * Two sides, measured side by side: rounds alternate between them, so that whatever else the machine does meets both.
 * Times mean nothing by themselves; the ratio of the pairs does.
 */
export interface Side {
  /** Who does the work, with the version: `gsap 3.13.0 seek`. */
  readonly label: string;
  /** One round of the work. */
  readonly run: () => unknown;
  /** How many things one round does, so that both sides may do a different number of them; 1 when left out. */
  readonly count?: number;
}

export interface Comparison {
  readonly name: string;
  readonly ours: Side;
  readonly peer: Side;
  /** Measured rounds of each side; a few more come before, unmeasured. */
  readonly rounds?: number;
  /** What `count` counts: `seeks`. */
  readonly unit?: string;
}

export interface Spread {
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

export interface Result {
  readonly name: string;
  readonly unit: string;
  /** Things done per second. */
  readonly ours: Spread;
  readonly peer: Spread;
  /** How many times as many things per second as the peer, pair by pair. */
  readonly ratio: Spread;
}

const WARM_UP_ROUNDS = 3;

/** The tenth, the middle and the ninetieth of a hundred. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { p10: at(0.1), median: at(0.5), p90: at(0.9) };
}

async function rate(side: Side): Promise<number> {
  const start = performance.now();
  await side.run();
  const seconds = (performance.now() - start) / 1000;
  return (side.count ?? 1) / Math.max(seconds, 1e-9);
}

/** Runs both sides in turn, swapping who goes first, prints a table and returns the figures. */
export async function compare({ name, ours, peer, rounds = 15, unit = 'runs' }: Comparison): Promise<Result> {
  const figures = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const oursFirst = round % 2 === 0;
    const first = await rate(oursFirst ? ours : peer);
    const second = await rate(oursFirst ? peer : ours);
    const [our, their] = oursFirst ? [first, second] : [second, first];
    if (round < 0) continue;
    figures.ours.push(our);
    figures.peer.push(their);
    figures.ratio.push(our / their);
  }
  const result = { name, unit, ours: spread(figures.ours), peer: spread(figures.peer), ratio: spread(figures.ratio) };
  printResult(result, ours.label, peer.label);
  return result;
}

function show(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3, useGrouping: true });
}

/** Prints rows in columns as wide as their widest cell: the first to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('   ')}`);
  }
}

function printResult({ name, unit, ours, peer, ratio }: Result, ourLabel: string, peerLabel: string): void {
  const row = (label: string, { p10, median, p90 }: Spread): string[] => [
    label,
    show(median),
    `${show(p10)} – ${show(p90)}`,
  ];
  console.log(`\n${name}`);
  printTable([
    ['', 'median', 'p10 – p90'],
    row(`${ourLabel}, ${unit}/s`, ours),
    row(`${peerLabel}, ${unit}/s`, peer),
    row('ratio, ours to the peer', ratio),
  ]);
}

/** Prints how the time of one round grows over sizes, each with its factor over the one before. */
export async function growth(
  name: string,
  sizes: readonly { size: number; run: () => unknown }[],
  rounds = 9,
): Promise<void> {
  const rows = [['size', 'ms a round', 'factor']];
  let before: number | null = null;
  for (const { size, run } of sizes) {
    const times: number[] = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      const perSecond = await rate({ label: '', run });
      if (round >= 0) times.push(1000 / perSecond);
    }
    const { median } = spread(times);
    rows.push([show(size), show(median), before === null ? '' : `× ${show(median / before)}`]);
    before = median;
  }
  console.log(`\n${name}: growth`);
  printTable(rows);
}
