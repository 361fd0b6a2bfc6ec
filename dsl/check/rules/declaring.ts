import type { NameNode, Statement } from '../../read/ast.ts';
import type { Context, Here } from '../context.ts';
import { FORMS } from '../vocabulary/forms.ts';

type Declaring = Statement & { readonly name: NameNode | null };

/** The name after the keyword; without one, null, and that is reported. */
export function named(statement: Declaring, context: Context): NameNode | null {
  const { kind, name, keyword, broken } = statement;
  if (!name && !broken) context.report('dsl/missing-name', keyword, { statement: kind, form: FORMS[kind] });
  return name;
}

/** Whether things may be declared here. They exist from the start to the end, so not inside a time. */
export function declaredHere(
  statement: Declaring,
  here: Here,
  context: Context,
  called: string = statement.kind,
): boolean {
  if (!here.timed) return true;
  const where = 'outside of times, sequences and repeats: what it declares exists all along (begin with opacity 0)';
  context.report('dsl/misplaced', statement.keyword, { statement: called, where });
  return false;
}

/** Of several declarations of one name the first counts; the others have been reported with the names. */
export function firstDeclaration(name: NameNode, { names }: Context): boolean {
  return names.get(name.text)?.node === name;
}
