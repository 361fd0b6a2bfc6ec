import { Parcels } from '../parcels.ts';
import type { Form } from './form.ts';

export type Forms = Parcels<Form>;

/** All forms there are, in parcels of what is often seen together, so that a first picture waits for what is in it. */
export const createForms = (): Forms =>
  new Parcels<Form>([
    { names: ['cow'], fetch: () => import('./groups/cow.ts') },
    { names: ['cat', 'dog', 'bird', 'butterfly'], fetch: () => import('./groups/pets.ts') },
    { names: ['moon', 'sun', 'star', 'cloud'], fetch: () => import('./groups/sky.ts') },
    { names: ['planet', 'globe', 'rocket', 'balloon', 'heart'], fetch: () => import('./groups/space.ts') },
    { names: ['person', 'robot'], fetch: () => import('./groups/people.ts') },
    { names: ['fish', 'goldfish', 'fish-bowl', 'plant', 'boat'], fetch: () => import('./groups/water.ts') },
    {
      names: ['house', 'window', 'desk', 'lamp', 'book', 'box', 'ball', 'car'],
      fetch: () => import('./groups/home.ts'),
    },
    { names: ['tree', 'flower', 'mountain', 'mushroom'], fetch: () => import('./groups/nature.ts') },
    { names: ['laptop', 'phone', 'server'], fetch: () => import('./groups/devices.ts') },
    { names: ['coin', 'arrow', 'gear', 'bulb', 'clock', 'umbrella'], fetch: () => import('./groups/tokens.ts') },
    { names: ['castle', 'bridge'], fetch: () => import('./groups/strongholds.ts') },
    { names: ['horse'], fetch: () => import('./groups/stable.ts') },
    { names: ['rabbit'], fetch: () => import('./groups/burrow.ts') },
    { names: ['dragon'], fetch: () => import('./groups/dragon.ts') },
    { names: ['volcano'], fetch: () => import('./groups/volcano.ts') },
    { names: ['wave'], fetch: () => import('./groups/wave.ts') },
    { names: ['airplane', 'train'], fetch: () => import('./groups/wheels-and-wings.ts') },
    { names: ['ufo'], fetch: () => import('./groups/ufo.ts') },
    { names: ['thing'], fetch: () => import('./groups/thing.ts') },
  ]);
