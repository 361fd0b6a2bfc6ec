import type { Form } from '../form.ts';
import { volcano } from '../volcano.ts';

export const things: Readonly<Record<string, Form>> = { volcano };
