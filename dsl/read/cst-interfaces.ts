import { generateCstDts } from 'chevrotain';
import { SceneParser } from './grammar.ts';

/** The interfaces of the parser's tree, from the grammar itself: what `generated/cst.ts` must hold. */
export function cstInterfaces(): string {
  const source = generateCstDts(new SceneParser().getGAstProductions(), { includeVisitorInterface: false });
  return source.replace('ICstVisitor, ', '');
}
