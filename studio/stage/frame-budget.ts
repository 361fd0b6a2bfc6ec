/** Median time between pictures above which motion is no longer smooth. */
const BUDGET_MS = 40;
/** Median below which a finer picture is affordable again. */
const ROOM_MS = 20;
/** Pictures looked at before each decision. */
const SAMPLE = 24;

export const DETAILS = [1, 0.75, 0.5, 0.375] as const;

/**
 * Holds the frame budget: fed with the time between drawn pictures, it lowers the share of the full resolution when
 * they come too slowly and raises it at most once again, so that it never swings.
 */
export class FrameBudget {
  private level = 0;
  private mayRise = true;
  private gaps: number[] = [];
  private slow_ms: number | null = null;

  /** The share of full resolution to draw at. */
  get detail(): number {
    return DETAILS[this.level] ?? 1;
  }

  /** Why less than the full resolution is drawn; null where all of it is. */
  get reason(): string | null {
    if (this.level === 0 || this.slow_ms === null) return null;
    return `Pictures came every ${Math.round(this.slow_ms)} ms, so ${Math.round(this.detail * 100)} % of the resolution is drawn.`;
  }

  /** Takes the milliseconds since the picture before; true when `detail` changed. */
  note(gap_ms: number): boolean {
    if (gap_ms > 1000) return false;
    this.gaps.push(gap_ms);
    if (this.gaps.length < SAMPLE) return false;
    const median = this.gaps.toSorted((a, b) => a - b)[SAMPLE / 2] ?? 0;
    this.gaps = [];
    if (median > BUDGET_MS && this.level < DETAILS.length - 1) {
      this.level += 1;
      this.slow_ms = median;
      return true;
    }
    if (median < ROOM_MS && this.level > 0 && this.mayRise) {
      this.level -= 1;
      this.mayRise = false;
      return true;
    }
    return false;
  }
}
