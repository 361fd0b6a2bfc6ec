import type { Form } from '../form.ts';
import { person } from '../person.ts';
import { robot } from '../robot.ts';

export const things: Readonly<Record<string, Form>> = { person, robot };
