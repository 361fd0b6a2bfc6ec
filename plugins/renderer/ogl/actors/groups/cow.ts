import { cow } from '../cow.ts';
import type { Form } from '../form.ts';

export const things: Readonly<Record<string, Form>> = { cow };
