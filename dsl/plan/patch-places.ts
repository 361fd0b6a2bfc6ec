import type { z } from 'zod';
import { tokensOf } from './pointer.ts';
import { OPEN_MEMBERS, STATE_SCHEMAS } from './state-schemas.ts';

type Part = keyof typeof STATE_SCHEMAS;

const isPart = (token: string | undefined): token is Part => token !== undefined && Object.hasOwn(STATE_SCHEMAS, token);

const SINGLE = new Set<Part>(['render', 'environment', 'camera', 'transition']);

/** What a patch at `path` must carry, or null where none may: whole things and their properties can be set, only whole things removed. */
export function schemaFor(path: string, op: 'add' | 'replace' | 'remove'): z.ZodType | null {
  const [part, ...rest] = tokensOf(path) ?? [];
  if (!isPart(part)) return null;
  const single = SINGLE.has(part);
  const whole = STATE_SCHEMAS[part];
  const properties = single ? rest : rest.slice(1);
  // Names made of digits would change the order in which things lie over each other.
  if (!single && (rest[0] === undefined || !/^\D/.test(rest[0]))) return null;
  const [property, ...deeper] = properties;
  if (property === undefined) return op === 'remove' && single ? null : whole;
  if (op === 'remove') return null;
  const [member, beyond] = deeper;
  if (member !== undefined) {
    const open = `${part}/${property}`;
    return beyond === undefined && Object.hasOwn(OPEN_MEMBERS, open) ? (OPEN_MEMBERS[open] ?? null) : null;
  }
  const shape: Readonly<Record<string, z.ZodType>> = whole.shape;
  return op === 'replace' && Object.hasOwn(shape, property) ? (shape[property] ?? null) : null;
}
