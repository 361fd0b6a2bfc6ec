import { bridge } from '../bridge.ts';
import { castle } from '../castle.ts';
import type { Form } from '../form.ts';

export const things: Readonly<Record<string, Form>> = { castle, bridge };
