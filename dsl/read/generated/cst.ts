import type { CstNode, IToken } from "chevrotain";

export interface PathCstNode extends CstNode {
  name: "path";
  children: PathCstChildren;
}

export type PathCstChildren = {
  Name: IToken[];
  step?: StepCstNode[];
};

export interface PathHereCstNode extends CstNode {
  name: "pathHere";
  children: PathHereCstChildren;
}

export type PathHereCstChildren = {
  path?: PathCstNode[];
};

export interface StepCstNode extends CstNode {
  name: "step";
  children: StepCstChildren;
}

export type StepCstChildren = {
  Dot?: IToken[];
  Name?: IToken[];
  Number?: IToken[];
  Text?: IToken[];
  Hash?: IToken[];
  bracketed?: BracketedCstNode[];
};

export interface FormulaCstNode extends CstNode {
  name: "formula";
  children: FormulaCstChildren;
}

export type FormulaCstChildren = {
  operand: (OperandCstNode)[];
  Operator?: IToken[];
};

export interface OperandCstNode extends CstNode {
  name: "operand";
  children: OperandCstChildren;
}

export type OperandCstChildren = {
  Minus?: IToken[];
  Number?: IToken[];
  bracketed?: BracketedCstNode[];
  path?: PathCstNode[];
  inputs?: InputsCstNode[];
};

export interface InputsCstNode extends CstNode {
  name: "inputs";
  children: InputsCstChildren;
}

export type InputsCstChildren = {
  LParen: IToken[];
  formula: (FormulaCstNode)[];
  comma?: CommaCstNode[];
  RParen: IToken[];
};

export interface CommaCstNode extends CstNode {
  name: "comma";
  children: CommaCstChildren;
}

export type CommaCstChildren = {
  Comma?: IToken[];
};

export interface BracketedCstNode extends CstNode {
  name: "bracketed";
  children: BracketedCstChildren;
}

export type BracketedCstChildren = {
  LParen: IToken[];
  formula: FormulaCstNode[];
  RParen: IToken[];
};

export interface ReckonedCstNode extends CstNode {
  name: "reckoned";
  children: ReckonedCstChildren;
}

export type ReckonedCstChildren = {
  path: PathCstNode[];
  inputs?: InputsCstNode[];
};

export interface AmountCstNode extends CstNode {
  name: "amount";
  children: AmountCstChildren;
}

export type AmountCstChildren = {
  Number?: IToken[];
  bracketed?: BracketedCstNode[];
  reckoned?: ReckonedCstNode[];
};

export interface ListCstNode extends CstNode {
  name: "list";
  children: ListCstChildren;
}

export type ListCstChildren = {
  LParen: IToken[];
  item: (ItemCstNode)[];
  comma?: CommaCstNode[];
  RParen: IToken[];
};

export interface ItemCstNode extends CstNode {
  name: "item";
  children: ItemCstChildren;
}

export type ItemCstChildren = {
  Text?: IToken[];
  Hash?: IToken[];
  formula?: FormulaCstNode[];
};

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  Number?: IToken[];
  Hash?: IToken[];
  Text?: IToken[];
  list?: ListCstNode[];
  reckoned?: ReckonedCstNode[];
};

export interface PlaceCstNode extends CstNode {
  name: "place";
  children: PlaceCstChildren;
}

export type PlaceCstChildren = {
  point?: PointCstNode[];
  RelationWord?: IToken[];
  pathHere?: (PathHereCstNode)[];
  Word_by?: IToken[];
  amount?: AmountCstNode[];
};

export interface PointCstNode extends CstNode {
  name: "point";
  children: PointCstChildren;
}

export type PointCstChildren = {
  LParen: IToken[];
  Number?: (IToken)[];
  formula?: (FormulaCstNode)[];
  Comma: (IToken)[];
  RParen: IToken[];
};

export interface CueCstNode extends CstNode {
  name: "cue";
  children: CueCstChildren;
}

export type CueCstChildren = {
  pathHere: PathHereCstNode[];
};

export interface LeadCstNode extends CstNode {
  name: "lead";
  children: LeadCstChildren;
}

export type LeadCstChildren = {
  Lead: IToken[];
  distance: DistanceCstNode[];
};

export interface DistanceCstNode extends CstNode {
  name: "distance";
  children: DistanceCstChildren;
}

export type DistanceCstChildren = {
  Word_before?: IToken[];
  Word_after?: IToken[];
  cue: CueCstNode[];
};

export interface ShiftCstNode extends CstNode {
  name: "shift";
  children: ShiftCstChildren;
}

export type ShiftCstChildren = {
  Plus?: IToken[];
  Minus?: IToken[];
  amount: AmountCstNode[];
};

export interface TimeClauseCstNode extends CstNode {
  name: "timeClause";
  children: TimeClauseCstChildren;
}

export type TimeClauseCstChildren = {
  lead?: LeadCstNode[];
  keyword?: IToken[];
  cue?: CueCstNode[];
  shift?: ShiftCstNode[];
};

export interface ClauseCstNode extends CstNode {
  name: "clause";
  children: ClauseCstChildren;
}

export type ClauseCstChildren = {
  valueClause?: ValueClauseCstNode[];
  nameClause?: NameClauseCstNode[];
  flagClause?: FlagClauseCstNode[];
  placeClause?: PlaceClauseCstNode[];
  atClause?: AtClauseCstNode[];
  placesClause?: PlacesClauseCstNode[];
  timeClause?: TimeClauseCstNode[];
  easeClause?: EaseClauseCstNode[];
  colorsClause?: ColorsClauseCstNode[];
  property?: PropertyCstNode[];
  unknownClause?: UnknownClauseCstNode[];
};

export interface ValueClauseCstNode extends CstNode {
  name: "valueClause";
  children: ValueClauseCstChildren;
}

export type ValueClauseCstChildren = {
  keyword: IToken[];
  value?: ValueCstNode[];
};

export interface NameClauseCstNode extends CstNode {
  name: "nameClause";
  children: NameClauseCstChildren;
}

export type NameClauseCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
};

export interface FlagClauseCstNode extends CstNode {
  name: "flagClause";
  children: FlagClauseCstChildren;
}

export type FlagClauseCstChildren = {
  keyword: IToken[];
};

export interface PlaceClauseCstNode extends CstNode {
  name: "placeClause";
  children: PlaceClauseCstChildren;
}

export type PlaceClauseCstChildren = {
  keyword: IToken[];
  Number?: IToken[];
  Hash?: IToken[];
  Text?: IToken[];
  bracketed?: BracketedCstNode[];
  place?: PlaceCstNode[];
};

export interface AtClauseCstNode extends CstNode {
  name: "atClause";
  children: AtClauseCstChildren;
}

export type AtClauseCstChildren = {
  keyword: IToken[];
  lead?: LeadCstNode[];
  Number?: IToken[];
  bracketed?: BracketedCstNode[];
  distance?: DistanceCstNode[];
  place?: PlaceCstNode[];
  shift?: ShiftCstNode[];
};

export interface PlacesClauseCstNode extends CstNode {
  name: "placesClause";
  children: PlacesClauseCstChildren;
}

export type PlacesClauseCstChildren = {
  keyword: IToken[];
  place: (PlaceCstNode)[];
};

export interface EaseClauseCstNode extends CstNode {
  name: "easeClause";
  children: EaseClauseCstChildren;
}

export type EaseClauseCstChildren = {
  keyword: IToken[];
  Name?: IToken[];
  inputs?: InputsCstNode[];
};

export interface ColorsClauseCstNode extends CstNode {
  name: "colorsClause";
  children: ColorsClauseCstChildren;
}

export type ColorsClauseCstChildren = {
  keyword: IToken[];
  entries: EntriesCstNode[];
};

export interface PropertyCstNode extends CstNode {
  name: "property";
  children: PropertyCstChildren;
}

export type PropertyCstChildren = {
  keyword: IToken[];
  value: ValueCstNode[];
};

export interface EntriesCstNode extends CstNode {
  name: "entries";
  children: EntriesCstChildren;
}

export type EntriesCstChildren = {
  LBrace: IToken[];
  valueClause?: ValueClauseCstNode[];
  nameClause?: NameClauseCstNode[];
  atClause?: AtClauseCstNode[];
  entry?: EntryCstNode[];
  RBrace: IToken[];
};

export interface EntryCstNode extends CstNode {
  name: "entry";
  children: EntryCstChildren;
}

export type EntryCstChildren = {
  Name: IToken[];
  value?: ValueCstNode[];
};

export interface UnknownClauseCstNode extends CstNode {
  name: "unknownClause";
  children: UnknownClauseCstChildren;
}

export type UnknownClauseCstChildren = {
  Anything: (IToken)[];
};

export interface ClausesCstNode extends CstNode {
  name: "clauses";
  children: ClausesCstChildren;
}

export type ClausesCstChildren = {
  clause?: ClauseCstNode[];
};

export interface SceneHeadCstNode extends CstNode {
  name: "sceneHead";
  children: SceneHeadCstChildren;
}

export type SceneHeadCstChildren = {
  keyword: IToken[];
  Text?: IToken[];
  clauses: ClausesCstNode[];
};

export interface StageStatementCstNode extends CstNode {
  name: "stageStatement";
  children: StageStatementCstChildren;
}

export type StageStatementCstChildren = {
  keyword: IToken[];
  Number?: (IToken)[];
  Identifier?: IToken[];
  clauses: ClausesCstNode[];
};

export interface SettingStatementCstNode extends CstNode {
  name: "settingStatement";
  children: SettingStatementCstChildren;
}

export type SettingStatementCstChildren = {
  keyword: IToken[];
  amount?: AmountCstNode[];
  clauses: ClausesCstNode[];
};

export interface NameStatementCstNode extends CstNode {
  name: "nameStatement";
  children: NameStatementCstChildren;
}

export type NameStatementCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  value?: ValueCstNode[];
  clauses: ClausesCstNode[];
  entries?: EntriesCstNode[];
};

export interface WordsStatementCstNode extends CstNode {
  name: "wordsStatement";
  children: WordsStatementCstChildren;
}

export type WordsStatementCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  Text?: IToken[];
  clauses: ClausesCstNode[];
};

export interface PairStatementCstNode extends CstNode {
  name: "pairStatement";
  children: PairStatementCstChildren;
}

export type PairStatementCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  word?: IToken[];
  value?: ValueCstNode[];
  clauses: ClausesCstNode[];
};

export interface CameraStatementCstNode extends CstNode {
  name: "cameraStatement";
  children: CameraStatementCstChildren;
}

export type CameraStatementCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  place?: PlaceCstNode[];
  clauses: ClausesCstNode[];
};

export interface DatumStatementCstNode extends CstNode {
  name: "datumStatement";
  children: DatumStatementCstChildren;
}

export type DatumStatementCstChildren = {
  keyword: IToken[];
  Text?: IToken[];
  amount?: AmountCstNode[];
  clauses: ClausesCstNode[];
};

export interface WhenStatementCstNode extends CstNode {
  name: "whenStatement";
  children: WhenStatementCstChildren;
}

export type WhenStatementCstChildren = {
  keyword: IToken[];
  event?: IToken[];
  Text?: IToken[];
  path?: PathCstNode[];
  clauses: ClausesCstNode[];
};

export interface KeyframeCstNode extends CstNode {
  name: "keyframe";
  children: KeyframeCstChildren;
}

export type KeyframeCstChildren = {
  keyword: IToken[];
  amount?: AmountCstNode[];
  clauses: ClausesCstNode[];
};

export interface FlowHeadCstNode extends CstNode {
  name: "flowHead";
  children: FlowHeadCstChildren;
}

export type FlowHeadCstChildren = {
  keyword: IToken[];
  clauses: ClausesCstNode[];
};

export interface CountedHeadCstNode extends CstNode {
  name: "countedHead";
  children: CountedHeadCstChildren;
}

export type CountedHeadCstChildren = {
  keyword: IToken[];
  amount?: AmountCstNode[];
  clauses: ClausesCstNode[];
};

export interface HoldingHeadCstNode extends CstNode {
  name: "holdingHead";
  children: HoldingHeadCstChildren;
}

export type HoldingHeadCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  clauses: ClausesCstNode[];
};

export interface ForHeadCstNode extends CstNode {
  name: "forHead";
  children: ForHeadCstChildren;
}

export type ForHeadCstChildren = {
  keyword: IToken[];
  path?: PathCstNode[];
  clauses: ClausesCstNode[];
};

export interface TimeHeadCstNode extends CstNode {
  name: "timeHead";
  children: TimeHeadCstChildren;
}

export type TimeHeadCstChildren = {
  atClause?: AtClauseCstNode[];
  timeClause?: TimeClauseCstNode[];
  clauses: ClausesCstNode[];
};

export interface ScriptCstNode extends CstNode {
  name: "script";
  children: ScriptCstChildren;
}

export type ScriptCstChildren = {
  statement?: StatementCstNode[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  LBrace: IToken[];
  statement?: StatementCstNode[];
  RBrace: IToken[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  nameStatement?: NameStatementCstNode[];
  wordsStatement?: WordsStatementCstNode[];
  pairStatement?: PairStatementCstNode[];
  cameraStatement?: CameraStatementCstNode[];
  stageStatement?: StageStatementCstNode[];
  settingStatement?: SettingStatementCstNode[];
  datumStatement?: DatumStatementCstNode[];
  whenStatement?: WhenStatementCstNode[];
  keyframe?: KeyframeCstNode[];
  containing?: ContainingCstNode[];
  strayBlock?: StrayBlockCstNode[];
  unknownStatement?: UnknownStatementCstNode[];
};

export interface ContainingCstNode extends CstNode {
  name: "containing";
  children: ContainingCstChildren;
}

export type ContainingCstChildren = {
  timeHead?: TimeHeadCstNode[];
  flowHead?: FlowHeadCstNode[];
  countedHead?: CountedHeadCstNode[];
  holdingHead?: HoldingHeadCstNode[];
  forHead?: ForHeadCstNode[];
  sceneHead?: SceneHeadCstNode[];
  block?: BlockCstNode[];
};

export interface UnknownStatementCstNode extends CstNode {
  name: "unknownStatement";
  children: UnknownStatementCstChildren;
}

export type UnknownStatementCstChildren = {
  Anything: (IToken)[];
  strayBlock?: StrayBlockCstNode[];
};

export interface StrayBlockCstNode extends CstNode {
  name: "strayBlock";
  children: StrayBlockCstChildren;
}

export type StrayBlockCstChildren = {
  LBrace: IToken[];
  Anything?: IToken[];
  strayBlock?: StrayBlockCstNode[];
  RBrace: IToken[];
};
