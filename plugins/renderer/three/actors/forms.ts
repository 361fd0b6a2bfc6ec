import { cow } from './cow.ts';
import type { MakeForm } from './form.ts';
import { moon } from './moon.ts';

/** The form of every actor kind. */
export const FORMS: Readonly<Record<string, MakeForm>> = {
  cow,
  moon,
};
