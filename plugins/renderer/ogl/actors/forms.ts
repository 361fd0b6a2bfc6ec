import { cow } from './cow.ts';
import type { Form } from './form.ts';
import { moon } from './moon.ts';

/** Every kind that has a form of its own. */
export const FORMS: Readonly<Record<string, Form>> = { cow, moon };
