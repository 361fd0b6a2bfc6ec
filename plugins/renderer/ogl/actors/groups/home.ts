import { ball } from '../ball.ts';
import { book } from '../book.ts';
import { box } from '../box.ts';
import { car } from '../car.ts';
import { desk } from '../desk.ts';
import type { Form } from '../form.ts';
import { house } from '../house.ts';
import { lamp } from '../lamp.ts';
import { window as pane } from '../window.ts';

export const things: Readonly<Record<string, Form>> = { house, window: pane, desk, lamp, book, box, ball, car };
