import type { NameNode, Statement } from '../../read/ast.ts';
import type { Clauses } from '../clauses.ts';
import type { Context, Ends, Here } from '../context.ts';
import type { Deed } from '../model.ts';
import type { Role, Thing } from '../names.ts';
import { findThing } from '../resolve.ts';
import { named } from './declaring.ts';

/** Clauses that everything that happens can have. */
export const TIMED = ['time', 'as'];

/** The thing that a deed is done to. */
export function targetOf(
  statement: Statement & { readonly name: NameNode | null },
  roles: readonly Role[],
  here: Here,
  context: Context,
): Thing | null {
  const name = named(statement, context);
  return name && findThing(name, roles, here, context);
}

/** Lets it happen at the time that the statement or its block gives, under the name that the author gave. */
export function happen(deed: Deed, statement: Statement, clauses: Clauses, here: Here, context: Context): Ends {
  const start = clauses.start();
  const name = clauses.word('as');
  if (start === null) return null;
  const mine = name !== null && context.names.get(name.text)?.node === name;
  const id = mine ? (here.renamed.get(name.text) ?? name.text) : null;
  return context.act(deed, id, start, here.only, statement.span);
}
