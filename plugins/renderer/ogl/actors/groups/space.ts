import { balloon } from '../balloon.ts';
import type { Form } from '../form.ts';
import { globe } from '../globe.ts';
import { heart } from '../heart.ts';
import { planet } from '../planet.ts';
import { rocket } from '../rocket.ts';

export const things: Readonly<Record<string, Form>> = { planet, globe, rocket, balloon, heart };
