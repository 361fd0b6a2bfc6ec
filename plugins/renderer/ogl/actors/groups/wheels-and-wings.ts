import { airplane } from '../airplane.ts';
import type { Form } from '../form.ts';

export const things: Readonly<Record<string, Form>> = { airplane };
