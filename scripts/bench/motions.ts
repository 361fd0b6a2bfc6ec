/**
 * Timelines of motions that follow each other on plain objects, for ourselves and for those we measure against. Theirs
 * write x and y; ours builds the whole frame (bounds, pose, camera, environment) beside them.
 */
import type { Patch, Timeline } from '../../dsl/index.ts';
import { peer } from './peers.ts';

const GSAP = '3.15.0';
const ANIME = '4.5.0';
export const SIZES = [1000, 3000, 10_000] as const;
const MOTION_MS = 500;
/** Motions follow each other on each target without pause; as many targets as motions per target, about. */
export const targetsFor = (motions: number): number => Math.round(Math.sqrt(motions));

interface Step {
  readonly target: number;
  readonly at_ms: number;
  readonly x: number;
  readonly y: number;
}

/** A fixed sequence, so that every run and every side sees the same numbers (LCG of Numerical Recipes). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function stepsOf(motions: number): Step[] {
  const next = dice(7);
  const targets = targetsFor(motions);
  return Array.from({ length: motions }, (_, at) => ({
    target: at % targets,
    at_ms: Math.floor(at / targets) * MOTION_MS,
    x: Math.round(next() * 1280),
    y: Math.round(next() * 720),
  }));
}

export const durationOf = (motions: number): number => Math.ceil(motions / targetsFor(motions)) * MOTION_MS;

export function timelineOf(motions: number): Timeline {
  const origin = { offset: 0, length: 0, line: 1, column: 1 };
  const still = { label: null, scale: 1, rotation: 0, opacity: 1, colors: {}, facing: 1, material: null, group: null };
  const patches: Patch[] = Array.from({ length: targetsFor(motions) }, (_, at) => ({
    at_ms: 0,
    op: 'add',
    path: `/actors/t${at}`,
    value: { kind: 'ball', position: { x: 0, y: 0, z: 0 }, animation: { name: 'none', start_ms: 0 }, ...still },
    origin,
  }));
  const places = new Map<number, { x: number; y: number; z: number }>();
  for (const { target, at_ms, x, y } of stepsOf(motions)) {
    const from = places.get(target) ?? { x: 0, y: 0, z: 0 };
    const to = { x, y, z: 0 };
    places.set(target, to);
    const value = { start_ms: at_ms, duration_ms: MOTION_MS, ease: 'in-out-quad', curve: 'line', from, through: [to] };
    patches.push({ at_ms, op: 'replace', path: `/actors/t${target}/position`, value, origin });
  }
  return {
    version: 'timeline/1',
    title: 'bench',
    mode: '2d',
    seed: 7,
    quality: null,
    stage: { width: 1280, height: 720 },
    duration_ms: durationOf(motions),
    alignment: 'measured',
    lines: [],
    words: [],
    needs: [],
    machines: [],
    patches,
    hash: '0'.repeat(64),
  };
}

export interface Peer {
  readonly label: string;
  seek(ms: number): void;
}

interface GsapModule {
  readonly gsap: {
    readonly ticker: { sleep(): void };
    timeline(options: object): { to(target: object, to: object, at: number): void; seek(seconds: number): void };
  };
}

interface AnimeModule {
  createTimeline(options: object): {
    add(target: object, to: object, at: number): void;
    init(): void;
    seek(ms: number): void;
  };
}

export async function gsapSide(motions: number): Promise<Peer> {
  const { gsap } = (await peer('gsap', GSAP)) as GsapModule;
  const targets = Array.from({ length: targetsFor(motions) }, () => ({ x: 0, y: 0 }));
  const timeline = gsap.timeline({ paused: true });
  for (const { target, at_ms, x, y } of stepsOf(motions)) {
    const object = targets[target];
    if (object) timeline.to(object, { x, y, duration: MOTION_MS / 1000, ease: 'power1.inOut' }, at_ms / 1000);
  }
  gsap.ticker.sleep();
  return { label: `gsap ${GSAP} timeline.seek`, seek: (ms) => timeline.seek(ms / 1000) };
}

export async function animeSide(motions: number): Promise<Peer> {
  const { createTimeline } = (await peer('animejs', ANIME)) as AnimeModule;
  const targets = Array.from({ length: targetsFor(motions) }, () => ({ x: 0, y: 0 }));
  const timeline = createTimeline({ autoplay: false });
  for (const { target, at_ms, x, y } of stepsOf(motions)) {
    const object = targets[target];
    if (object) timeline.add(object, { x, y, duration: MOTION_MS, ease: 'inOutQuad' }, at_ms);
  }
  timeline.init();
  return { label: `anime.js ${ANIME} timeline.seek`, seek: (ms) => timeline.seek(ms) };
}

export function randomTimes(motions: number, count: number): number[] {
  const next = dice(11);
  return Array.from({ length: count }, () => Math.floor(next() * durationOf(motions)));
}
