const KEPT = 120;
/** A longer gap is a pause of the player, not a slow picture. */
const LONGEST_MS = 1000;

/** The times between the latest pictures. */
export class FrameTimes {
  private gaps: number[] = [];

  note(gap_ms: number): void {
    if (gap_ms > LONGEST_MS) return;
    this.gaps.push(gap_ms);
    if (this.gaps.length > KEPT) this.gaps.shift();
  }

  get spread(): { readonly median_ms: number; readonly p95_ms: number } {
    const sorted = this.gaps.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { median_ms: at(0.5), p95_ms: at(0.95) };
  }
}
