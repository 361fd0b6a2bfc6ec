import { airplane } from '../airplane.ts';
import type { Form } from '../form.ts';
import { train } from '../train.ts';

export const things: Readonly<Record<string, Form>> = { airplane, train };
