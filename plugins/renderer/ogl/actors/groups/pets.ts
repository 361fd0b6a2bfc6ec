import { bird } from '../bird.ts';
import { butterfly } from '../butterfly.ts';
import { cat } from '../cat.ts';
import { dog } from '../dog.ts';
import type { Form } from '../form.ts';

export const things: Readonly<Record<string, Form>> = { cat, dog, bird, butterfly };
