import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AudioClock, type AudioTime, FrameClock, ManualClock } from './clock.ts';

const DURATION = 10_000;

function manual(): ManualClock {
  const clock = new ManualClock();
  clock.setDuration(DURATION);
  return clock;
}

/** An audio system whose time moves in steps of one hardware buffer, as real ones do. */
class FakeAudio implements AudioTime {
  latency = 0.03;
  running = true;
  wall_ms = 0;
  /** How much faster the audio hardware counts than the wall clock. */
  skew = 1;
  readonly buffer_s = 0.01;

  get currentTime(): number {
    return Math.ceil((this.wall_ms * this.skew) / 1000 / this.buffer_s) * this.buffer_s;
  }
}

function audio(): { fake: FakeAudio; clock: AudioClock } {
  const fake = new FakeAudio();
  const clock = new AudioClock(fake, () => fake.wall_ms);
  clock.setDuration(120_000);
  return { fake, clock };
}

const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });

describe('every clock', () => {
  it('never runs backwards while playing', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(0.5, 1, 1.5, 2), (advances, rate) => {
        const clock = manual();
        clock.setRate(rate);
        clock.play();
        let before = clock.position();
        for (const advance of advances) {
          clock.advance(advance);
          expect(clock.position()).toBeGreaterThanOrEqual(before);
          before = clock.position();
        }
      }),
    );
  });

  it('plays as much of the scene as time passed, times the rate', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(0.5, 1, 1.5, 2), (advances, rate) => {
        const clock = manual();
        clock.setRate(rate);
        clock.play();
        for (const advance of advances) clock.advance(advance);
        const passed = advances.reduce((sum, each) => sum + each, 0);
        expect(clock.position()).toBeCloseTo(Math.min(DURATION, passed * rate), 6);
      }),
    );
  });

  it('stands exactly where it was sought, inside the scene, playing or not', () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 20_000, noNaN: true }), fc.boolean(), (target, playing) => {
        const clock = manual();
        if (playing) clock.play();
        clock.advance(123);
        clock.seek(target);
        expect(clock.position()).toBe(Math.min(Math.max(target, 0), DURATION));
      }),
    );
  });

  it('stands still while paused and goes on from there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 9000 }), (played, paused) => {
        const clock = manual();
        clock.play();
        clock.advance(played);
        clock.pause();
        clock.advance(paused);
        expect(clock.position()).toBe(played);
        clock.play();
        clock.advance(50);
        expect(clock.position()).toBe(played + 50);
      }),
    );
  });

  it('stays inside the loop once it is in it, and comes round exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 100, max: 900 }),
        fc.integer({ min: 0, max: 100_000 }),
        (from, length, passed) => {
          const clock = manual();
          clock.setLoop({ in_ms: from, out_ms: from + length });
          clock.seek(from);
          clock.play();
          clock.advance(passed);
          expect(clock.position()).toBeCloseTo(from + (passed % length), 6);
          expect(clock.ended()).toBe(false);
        },
      ),
    );
  });

  it('ends at the end, and plays from the start when asked again', () => {
    const clock = manual();
    clock.play();
    clock.advance(DURATION + 1);
    expect(clock.ended()).toBe(true);
    clock.seek(DURATION);
    clock.pause();
    clock.play();
    expect(clock.position()).toBe(0);
  });

  it('keeps its place when the rate or the length changes', () => {
    const clock = manual();
    clock.play();
    clock.advance(3000);
    clock.setRate(2);
    expect(clock.position()).toBe(3000);
    clock.setDuration(2000);
    expect(clock.position()).toBe(2000);
  });
});

describe('the frame clock', () => {
  it('counts the time between frames, whatever the first one says', () => {
    const clock = new FrameClock();
    clock.setDuration(DURATION);
    clock.frame(81_000);
    clock.play();
    clock.frame(81_016);
    expect(clock.position()).toBe(16);
  });
});

describe('the audio clock', () => {
  it('waits until the sound that was ordered can be heard', () => {
    const { fake, clock } = audio();
    clock.play();
    const { anchor_ms } = clock.transport();
    expect(anchor_ms).toBeGreaterThan(fake.currentTime * 1000);
    while ((fake.currentTime - fake.latency) * 1000 < anchor_ms - 20) {
      expect(clock.position()).toBe(0);
      fake.wall_ms += 5;
    }
  });

  it('follows the audio hardware, not the wall: under 15 ms apart over a minute in which they drift', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.998, max: 1.002, noNaN: true }), (skew) => {
        const { fake, clock } = audio();
        fake.skew = skew;
        clock.play();
        const { anchor_ms } = clock.transport();
        for (let frame = 0; frame < 3600; frame++) {
          fake.wall_ms += 1000 / 60;
          const heard = fake.wall_ms * skew - fake.latency * 1000;
          if (heard > anchor_ms + 1000) expect(Math.abs(clock.position() - (heard - anchor_ms))).toBeLessThan(15);
          else clock.position();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('moves evenly although the hardware counts in steps', () => {
    const { fake, clock } = audio();
    clock.play();
    const gaps: number[] = [];
    let before = 0;
    for (let frame = 0; frame < 300; frame++) {
      fake.wall_ms += 1000 / 60;
      const now = clock.position();
      if (frame > 60) gaps.push(now - before);
      before = now;
    }
    for (const gap of gaps) expect(Math.abs(gap - 1000 / 60)).toBeLessThan(2);
  });

  it('jumps to the audio time when the hardware stood still for a while', () => {
    const { fake, clock } = audio();
    clock.play();
    for (let frame = 0; frame < 60; frame++) {
      fake.wall_ms += 16;
      clock.position();
    }
    const before = clock.position();
    fake.latency += 0.2;
    fake.wall_ms += 16;
    expect(clock.position()).toBeGreaterThanOrEqual(before);
    for (let frame = 0; frame < 30; frame++) {
      fake.wall_ms += 16;
      clock.position();
    }
    const heard = fake.wall_ms - fake.latency * 1000;
    expect(Math.abs(clock.position() - (heard - clock.transport().anchor_ms))).toBeLessThan(15);
  });
});
