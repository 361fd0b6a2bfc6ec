import type { Form } from '../form.ts';
import { wave } from '../wave.ts';

export const things: Readonly<Record<string, Form>> = { wave };
