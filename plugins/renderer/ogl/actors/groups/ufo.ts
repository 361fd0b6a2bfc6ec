import type { Form } from '../form.ts';
import { ufo } from '../ufo.ts';

export const things: Readonly<Record<string, Form>> = { ufo };
