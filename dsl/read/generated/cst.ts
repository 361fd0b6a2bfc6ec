import type { CstNode, IToken } from "chevrotain";

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
  sceneStatement?: SceneStatementCstNode[];
  stageStatement?: StageStatementCstNode[];
  settingStatement?: SettingStatementCstNode[];
  nameStatement?: NameStatementCstNode[];
  wordsStatement?: WordsStatementCstNode[];
  pairStatement?: PairStatementCstNode[];
  cameraStatement?: CameraStatementCstNode[];
  groupStatement?: GroupStatementCstNode[];
  numberedStatement?: NumberedStatementCstNode[];
  timeStatement?: TimeStatementCstNode[];
  strayBlock?: StrayBlockCstNode[];
  unknownStatement?: UnknownStatementCstNode[];
};

export interface SceneStatementCstNode extends CstNode {
  name: "sceneStatement";
  children: SceneStatementCstChildren;
}

export type SceneStatementCstChildren = {
  keyword: IToken[];
  Text?: IToken[];
  clauses: ClausesCstNode[];
  block?: BlockCstNode[];
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
  keyword?: (IToken)[];
  Number?: IToken[];
  clauses: ClausesCstNode[];
};

export interface NameStatementCstNode extends CstNode {
  name: "nameStatement";
  children: NameStatementCstChildren;
}

export type NameStatementCstChildren = {
  keyword?: (IToken)[];
  Name?: IToken[];
  clauses: ClausesCstNode[];
  entries?: EntriesCstNode[];
};

export interface WordsStatementCstNode extends CstNode {
  name: "wordsStatement";
  children: WordsStatementCstChildren;
}

export type WordsStatementCstChildren = {
  keyword?: (IToken)[];
  Name?: IToken[];
  Text?: IToken[];
  clauses: ClausesCstNode[];
};

export interface PairStatementCstNode extends CstNode {
  name: "pairStatement";
  children: PairStatementCstChildren;
}

export type PairStatementCstChildren = {
  keyword: IToken[];
  Name?: IToken[];
  Identifier?: IToken[];
  clauses: ClausesCstNode[];
};

export interface CameraStatementCstNode extends CstNode {
  name: "cameraStatement";
  children: CameraStatementCstChildren;
}

export type CameraStatementCstChildren = {
  keyword: IToken[];
  Name?: IToken[];
  place?: PlaceCstNode[];
  clauses: ClausesCstNode[];
};

export interface GroupStatementCstNode extends CstNode {
  name: "groupStatement";
  children: GroupStatementCstChildren;
}

export type GroupStatementCstChildren = {
  keyword?: (IToken)[];
  clauses: ClausesCstNode[];
  block?: BlockCstNode[];
};

export interface NumberedStatementCstNode extends CstNode {
  name: "numberedStatement";
  children: NumberedStatementCstChildren;
}

export type NumberedStatementCstChildren = {
  keyword?: (IToken)[];
  Number?: IToken[];
  clauses: ClausesCstNode[];
  block?: BlockCstNode[];
};

export interface TimeStatementCstNode extends CstNode {
  name: "timeStatement";
  children: TimeStatementCstChildren;
}

export type TimeStatementCstChildren = {
  atClause?: AtClauseCstNode[];
  timeClause?: TimeClauseCstNode[];
  clauses: ClausesCstNode[];
  block?: BlockCstNode[];
};

export interface ClausesCstNode extends CstNode {
  name: "clauses";
  children: ClausesCstChildren;
}

export type ClausesCstChildren = {
  clause?: ClauseCstNode[];
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
  throughClause?: ThroughClauseCstNode[];
  timeClause?: TimeClauseCstNode[];
  easeClause?: EaseClauseCstNode[];
  colorsClause?: ColorsClauseCstNode[];
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

export interface ValueCstNode extends CstNode {
  name: "value";
  children: ValueCstChildren;
}

export type ValueCstChildren = {
  Number?: IToken[];
  Hash?: IToken[];
  Text?: IToken[];
  Name?: IToken[];
};

export interface NameClauseCstNode extends CstNode {
  name: "nameClause";
  children: NameClauseCstChildren;
}

export type NameClauseCstChildren = {
  keyword: IToken[];
  Name?: IToken[];
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
  keyword?: (IToken)[];
  Number?: IToken[];
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
  place?: PlaceCstNode[];
  shift?: ShiftCstNode[];
};

export interface ThroughClauseCstNode extends CstNode {
  name: "throughClause";
  children: ThroughClauseCstChildren;
}

export type ThroughClauseCstChildren = {
  keyword: IToken[];
  place: (PlaceCstNode)[];
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

export interface LeadCstNode extends CstNode {
  name: "lead";
  children: LeadCstChildren;
}

export type LeadCstChildren = {
  Lead: IToken[];
  before?: IToken[];
  after?: IToken[];
  cue: CueCstNode[];
};

export interface CueCstNode extends CstNode {
  name: "cue";
  children: CueCstChildren;
}

export type CueCstChildren = {
  nameHere: NameHereCstNode[];
  Dot?: IToken[];
  Name?: IToken[];
  Number?: IToken[];
  Text?: IToken[];
  Hash?: IToken[];
};

export interface ShiftCstNode extends CstNode {
  name: "shift";
  children: ShiftCstChildren;
}

export type ShiftCstChildren = {
  Plus?: IToken[];
  Minus?: IToken[];
  Number: IToken[];
};

export interface EaseClauseCstNode extends CstNode {
  name: "easeClause";
  children: EaseClauseCstChildren;
}

export type EaseClauseCstChildren = {
  keyword: IToken[];
  Name?: IToken[];
  LParen?: IToken[];
  Number?: IToken[];
  Comma?: IToken[];
  RParen?: IToken[];
};

export interface ColorsClauseCstNode extends CstNode {
  name: "colorsClause";
  children: ColorsClauseCstChildren;
}

export type ColorsClauseCstChildren = {
  keyword: IToken[];
  entries: EntriesCstNode[];
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

export interface NameHereCstNode extends CstNode {
  name: "nameHere";
  children: NameHereCstChildren;
}

export type NameHereCstChildren = {
  Name?: IToken[];
};

export interface PlaceCstNode extends CstNode {
  name: "place";
  children: PlaceCstChildren;
}

export type PlaceCstChildren = {
  point?: PointCstNode[];
  RelationWord?: IToken[];
  nameHere?: (NameHereCstNode)[];
  by?: IToken[];
  Number?: IToken[];
};

export interface PointCstNode extends CstNode {
  name: "point";
  children: PointCstChildren;
}

export type PointCstChildren = {
  LParen: IToken[];
  Number: (IToken)[];
  Comma: (IToken)[];
  RParen: IToken[];
};

export interface UnknownClauseCstNode extends CstNode {
  name: "unknownClause";
  children: UnknownClauseCstChildren;
}

export type UnknownClauseCstChildren = {
  Anything: (IToken)[];
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
