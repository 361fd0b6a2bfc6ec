import type {
  NamedKind,
  NamedStatement,
  Statement,
  StatementKind,
  StatementOf,
  WordsStatement,
} from '../../read/ast.ts';
import type { Context, Ends, Here, Rule } from '../context.ts';
import { actorRule } from './actor.ts';
import { flowRule, onlyRule, repeatRule, timeRule } from './blocks.ts';
import { lightRule, lyricsRule, materialRule, textRule } from './declarations.ts';
import { animateRule, applyRule, fadeRule, growRule, moveRule, turnRule } from './motions.ts';
import { settingRule, stageRule } from './scene.ts';
import { beatRule, cameraRule, emitRule, environmentRule, sayRule } from './staging.ts';

type RuleFor<K extends StatementKind | NamedKind> = K extends NamedKind
  ? Rule<NamedStatement>
  : K extends 'text' | 'say'
    ? Rule<WordsStatement>
    : K extends StatementKind
      ? Rule<StatementOf<K>>
      : never;

/** What is checked, by kind of statement. A kind without a rule does not compile. */
const RULES: { readonly [K in StatementKind]: RuleFor<K> } = {
  stage: stageRule,
  seed: settingRule,
  length: settingRule,
  environment: environmentRule,
  actor: actorRule,
  text: textRule,
  say: sayRule,
  lyrics: lyricsRule,
  move: moveRule,
  fade: fadeRule,
  grow: growRule,
  turn: turnRule,
  animate: animateRule,
  emit: emitRule,
  camera: cameraRule,
  light: lightRule,
  material: materialRule,
  apply: applyRule,
  beat: beatRule,
  sequence: flowRule,
  parallel: flowRule,
  repeat: repeatRule,
  only: onlyRule,
  time: timeRule,
  scene: (statement, _here, context) => {
    context.report('dsl/second-scene', statement.keyword, {});
    return null;
  },
  let: () => null,
  for: () => null,
  prefab: () => null,
  param: () => null,
  use: () => null,
  group: () => null,
  change: () => null,
  keyframes: () => null,
  keyframe: () => null,
  orbit: () => null,
  reveal: () => null,
  stagger: () => null,
  wait: () => null,
  sound: () => null,
  transition: () => null,
  annotate: () => null,
  chart: () => null,
  series: () => null,
  slice: () => null,
  bar: () => null,
  draw: () => null,
  image: () => null,
  model: () => null,
  states: () => null,
  state: () => null,
  when: () => null,
  unknown: () => null,
};

export function applyRuleTo(statement: Statement, here: Here, context: Context): Ends {
  const rule = RULES[statement.kind] as Rule<Statement>;
  return rule(statement, here, context);
}
