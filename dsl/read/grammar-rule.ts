import type { CstNode, ParserMethod } from 'chevrotain';

export type Rule = ParserMethod<[], CstNode>;
/** Whether what stands in it are keyframes. */
export type BodyRule = ParserMethod<[inKeyframes?: boolean], CstNode>;
