import type { Form } from '../form.ts';
import { horse } from '../horse.ts';

export const things: Readonly<Record<string, Form>> = { horse };
