import { boat } from '../boat.ts';
import { fish } from '../fish.ts';
import { fishBowl } from '../fish-bowl.ts';
import type { Form } from '../form.ts';
import { goldfish } from '../goldfish.ts';
import { plant } from '../plant.ts';

export const things: Readonly<Record<string, Form>> = { fish, goldfish, 'fish-bowl': fishBowl, plant, boat };
