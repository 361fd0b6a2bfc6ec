import type { Frame } from '../../../dsl/index.ts';
import { createForms, type Forms } from './actors/forms.ts';
import type { ExtrasMaker } from './layers/extras.ts';
import type { TextDrawer } from './layers/texts.ts';
import { Parcels } from './parcels.ts';
import { createSceneries, type Sceneries } from './scenery/sceneries.ts';

/** What of a timeline's needs the extras are for. */
const EXTRA_NEEDS: ReadonlySet<string> = new Set([
  ...['drawing', 'chart', 'image', 'model', 'transition'],
  ...['fx:caustics', 'fx:shimmer', 'actor:fish-bowl'],
]);

/** Everything that comes over the network after the renderer itself. */
export class Supplies {
  readonly forms: Forms = createForms();
  readonly sceneries: Sceneries = createSceneries();
  readonly #extras = new Parcels<ExtrasMaker>([{ names: ['extras'], fetch: () => import('./layers/extras.ts') }]);

  readonly #texts = new Parcels<TextDrawer>([{ names: ['text'], fetch: () => import('./layers/texts.ts') }]);

  /** What draws texts in the scene. */
  get drawText(): TextDrawer | undefined {
    return this.#texts.get('text');
  }

  get extras(): ExtrasMaker | undefined {
    return this.#extras.get('extras');
  }

  /** Fetches what a timeline with these needs shows; everything there is, if they are not known. */
  async loadNeeds(needs: readonly string[] | undefined): Promise<void> {
    const asked = (group: string) => (name: string) => !needs || needs.includes(`${group}:${name}`);
    await Promise.all([
      this.forms.load(asked('actor')),
      this.sceneries.load(asked('environment')),
      this.#extras.load(() => !needs || needs.some((need) => EXTRA_NEEDS.has(need))),
      this.#texts.load((name) => !needs || needs.includes(name)),
    ]);
  }

  /** Fetches what is missing for a frame; null where nothing is. */
  loadMissing(frame: Frame): Promise<unknown> | null {
    const kinds = new Set(frame.entities.flatMap(({ role, kind }) => (role === 'actor' ? [kind] : [])));
    const { scenery, scenery_from } = frame.environment;
    const places = new Set([scenery, scenery_from]);
    const lacksExtras = this.wantsExtras(frame) && !this.extras;
    const lacksTexts = this.lacksTexts(frame);
    if (!lacks(this.forms, kinds) && !lacks(this.sceneries, places) && !lacksExtras && !lacksTexts) return null;
    return Promise.all([
      this.forms.load((name) => kinds.has(name)),
      this.sceneries.load((name) => places.has(name)),
      this.#extras.load(() => lacksExtras),
      this.#texts.load(() => lacksTexts),
    ]);
  }

  /** Whether there is a text in a frame, and what draws it is not here. */
  lacksTexts({ entities }: Frame): boolean {
    return !this.drawText && entities.some(({ role }) => role === 'text');
  }

  /** Whether there is something in a frame that only the extras can draw. */
  wantsExtras({ entities, fx, curtain }: Frame): boolean {
    return (
      Boolean(curtain) ||
      fx.some(({ field }) => Boolean(field)) ||
      entities.some(
        ({ role, kind }) => role !== 'text' && (role !== 'actor' || this.forms.get(kind)?.vessel !== undefined),
      )
    );
  }
}

const lacks = (parcels: Forms | Sceneries, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => parcels.knows(name) && parcels.get(name) === undefined);
