import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSegment, type Segment, writeSegment } from './segment.ts';

const packet = fc.record({
  type: fc.constantFrom('key', 'delta'),
  timestamp_us: fc.nat(),
  duration_us: fc.nat(),
  data: fc.uint8Array({ maxLength: 40 }),
});
const segment = fc.record({
  config: fc.record({
    codec: fc.constant('avc1.64001f'),
    codedWidth: fc.nat(),
    description: fc.uint8Array({ minLength: 1 }),
  }),
  packets: fc.array(packet),
});

describe('a stretch of a film as bytes', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(segment, (each) => {
        const back = readSegment(writeSegment(each as Segment));
        expect(back.packets).toEqual(each.packets);
        expect(back.config).toEqual(each.config);
      }),
    );
  });

  it('is refused when a part of it is missing, never half read', () => {
    const whole = writeSegment({
      config: { codec: 'vp8' },
      packets: [{ type: 'key', timestamp_us: 0, duration_us: 1, data: new Uint8Array([1, 2, 3]) }],
    });
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readSegment(whole.subarray(0, length))).toThrow();
    }
  });
});
