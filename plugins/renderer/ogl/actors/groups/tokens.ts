import { arrow } from '../arrow.ts';
import { bulb } from '../bulb.ts';
import { clock } from '../clock.ts';
import { coin } from '../coin.ts';
import type { Form } from '../form.ts';
import { gear } from '../gear.ts';
import { umbrella } from '../umbrella.ts';

export const things: Readonly<Record<string, Form>> = { coin, arrow, gear, bulb, clock, umbrella };
