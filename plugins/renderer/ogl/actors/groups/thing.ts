import type { Form } from '../form.ts';
import { thing } from '../thing.ts';

export const things: Readonly<Record<string, Form>> = { thing };
