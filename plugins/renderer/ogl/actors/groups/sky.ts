import { cloud } from '../cloud.ts';
import type { Form } from '../form.ts';
import { moon } from '../moon.ts';
import { star } from '../star.ts';
import { sun } from '../sun.ts';

export const things: Readonly<Record<string, Form>> = { moon, sun, star, cloud };
