/**
 * A turn, request to envelope, against a real host in a process of its own with the built-in provider and a spoken answer.
 * The peer is a bare Fastify route in another process that answers with the same bytes: what HTTP alone costs here.
 */
import { join } from 'node:path';
import { askTurn, post, type Server, startServer, stopServer, withHost } from './host-process.ts';
import { printTable, spread } from './measure.ts';
import { distinctPrompt, SCENARIO_A } from './prompts.ts';

const WARM_UP = 20;
const TURNS = 120;
/** From performance.md; measured on another day, so no ratio of this run. */
const EARLIER_P50_MS = [47, 61] as const;

async function latencies(host: string, peer: string, promptOf: (index: number) => string) {
  const times = { ours: [] as number[], peer: [] as number[], ratio: [] as number[] };
  const timed = async (address: string, prompt: string): Promise<number> => {
    const began = performance.now();
    await askTurn(address, prompt);
    return performance.now() - began;
  };
  for (let index = 0; index < TURNS; index += 1) {
    const prompt = promptOf(index);
    const ours = await timed(host, prompt);
    const theirs = await timed(peer, prompt);
    times.ours.push(ours);
    times.peer.push(theirs);
    times.ratio.push(ours / theirs);
  }
  return times;
}

const show = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
const percentile95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

async function report(name: string, host: Server, peer: Server, promptOf: (index: number) => string): Promise<void> {
  const { ours, peer: theirs, ratio } = await latencies(host.address, peer.address, promptOf);
  const row = (label: string, values: readonly number[]): string[] => {
    const { median, p10, p90 } = spread(values);
    return [label, show(median), show(percentile95(values)), `${show(p10)} – ${show(p90)}`];
  };
  console.log(`\n${name}, ${TURNS} turns one after the other`);
  printTable([
    ['', 'p50', 'p95', 'p10 – p90'],
    row('OpenCommotion, ms a turn', ours),
    row('bare Fastify with the same bytes, ms', theirs),
    row('ratio, ours to bare Fastify', ratio),
  ]);
}

await withHost(async (host) => {
  const peer = await startServer(join(import.meta.dirname, 'bare-server.ts'), []);
  try {
    const text = await askTurn(host.address, SCENARIO_A);
    const first = JSON.parse(text) as { voice: { engine: string; segments: unknown[] } };
    await post(peer.address, '/keep', first);
    console.log(
      `The answer is ${show(text.length / 1024)} kB, ${first.voice.segments.length} lines spoken by ${first.voice.engine}.`,
    );
    for (let index = 0; index < WARM_UP; index += 1) {
      await askTurn(host.address, index % 2 === 0 ? SCENARIO_A : distinctPrompt(100_000 + index));
      await askTurn(peer.address, SCENARIO_A);
    }
    await report('The same prompt (scenario A)', host, peer, () => SCENARIO_A);
    await report('Every prompt new (DISTINCT=1)', host, peer, distinctPrompt);
    console.log(
      `\nFor reference, NOT measured in this run: the earlier OpenCommotion's p50 ${EARLIER_P50_MS.join('–')} ms a turn.`,
    );
  } finally {
    await stopServer(peer);
  }
});
