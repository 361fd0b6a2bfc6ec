import type { Form } from '../form.ts';
import { rabbit } from '../rabbit.ts';

export const things: Readonly<Record<string, Form>> = { rabbit };
