import { dragon } from '../dragon.ts';
import type { Form } from '../form.ts';

export const things: Readonly<Record<string, Form>> = { dragon };
