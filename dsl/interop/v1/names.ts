import { tokensOf } from '../../plan/pointer.ts';
import type { ActorState, ChartState, FxState, Timeline } from '../../plan/timeline.ts';

/** What things are called in v1. Ids of things that stand on the stage are unique, so `thing` serves all of them. */
export interface V1Names {
  readonly thing: (id: string) => string;
  readonly chart: (id: string) => string;
  readonly fx: (id: string) => string;
}

/** Everything under its own name: where a v1 client has given the names itself. */
export const OWN_NAMES: V1Names = { thing: (id) => id, chart: (id) => id, fx: (id) => id };

/** Names that v1 clients look for: the first thing of such a kind gets it, unless something else is called that. */
const ACTORS: Readonly<Record<string, string>> = {
  cow: 'cow',
  moon: 'moon',
  'fish-bowl': 'fish_bowl',
  goldfish: 'goldfish',
};
const CHARTS: Readonly<Record<ChartState['chart'], string>> = {
  curve: 'adoption_curve',
  area: 'adoption_curve',
  pie: 'saturation_pie',
  donut: 'saturation_pie',
  bars: 'segmented_attach',
  columns: 'segmented_attach',
};
const EFFECTS: Readonly<Record<string, string>> = {
  bubbles: 'bubble_emitter',
  caustics: 'caustic_pattern',
  shimmer: 'water_shimmer',
};

export function v1NamesOf(timeline: Timeline): V1Names {
  const things = new Naming();
  const charts = new Naming();
  const effects = new Naming();
  for (const { op, path, value } of timeline.patches) {
    const [part, id, property] = tokensOf(path) ?? [];
    if (op !== 'add' || id === undefined || property !== undefined) continue;
    if (part === 'actors') things.meet(id, ACTORS[(value as ActorState).kind]);
    else if (part === 'charts') charts.meet(id, CHARTS[(value as ChartState).chart]);
    else if (part === 'fx') effects.meet(id, EFFECTS[(value as FxState).kind]);
    else if (part !== 'environment' && part !== 'camera') things.meet(id, undefined);
  }
  return { thing: things.nameOf, chart: charts.nameOf, fx: effects.nameOf };
}

class Naming {
  readonly #ids = new Set<string>();
  readonly #first = new Map<string, string>();

  meet(id: string, wanted: string | undefined): void {
    this.#ids.add(id);
    if (wanted !== undefined && !this.#first.has(wanted)) this.#first.set(wanted, id);
  }

  readonly nameOf = (id: string): string => {
    for (const [wanted, first] of this.#first) if (first === id && !this.#ids.has(wanted)) return wanted;
    return id;
  };
}
