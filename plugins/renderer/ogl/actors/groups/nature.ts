import { flower } from '../flower.ts';
import type { Form } from '../form.ts';
import { mountain } from '../mountain.ts';
import { mushroom } from '../mushroom.ts';
import { tree } from '../tree.ts';

export const things: Readonly<Record<string, Form>> = { tree, flower, mountain, mushroom };
