import type { Form } from '../form.ts';
import { laptop } from '../laptop.ts';
import { phone } from '../phone.ts';
import { server } from '../server.ts';

export const things: Readonly<Record<string, Form>> = { laptop, phone, server };
