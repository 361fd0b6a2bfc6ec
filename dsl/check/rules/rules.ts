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
import { annotateRule } from './annotate.ts';
import { flowRule, onlyRule, repeatRule, timeRule } from './blocks.ts';
import { changeRule, revealRule } from './change.ts';
import { chartRule } from './chart.ts';
import { lightRule, lyricsRule, materialRule, textRule } from './declarations.ts';
import { drawRule } from './drawing.ts';
import { soundRule, staggerRule, transitionRule, waitRule } from './flow.ts';
import { groupRule } from './group.ts';
import { keyframesRule } from './keyframes.ts';
import { leftoverRule } from './leftover.ts';
import { statesRule } from './machine.ts';
import { animateRule, applyRule, fadeRule, growRule, moveRule, turnRule } from './motions.ts';
import { orbitRule } from './orbit.ts';
import { pictureRule } from './picture.ts';
import { qualityRule, settingRule, stageRule } from './scene.ts';
import { beatRule, cameraRule, emitRule, environmentRule, sayRule } from './staging.ts';

type RuleFor<K extends StatementKind | NamedKind> = K extends NamedKind
  ? Rule<NamedStatement>
  : K extends 'text' | 'say' | 'annotate'
    ? Rule<WordsStatement>
    : K extends StatementKind
      ? Rule<StatementOf<K>>
      : never;

/** What is checked, by kind of statement. A kind without a rule does not compile. */
const RULES: { readonly [K in StatementKind]: RuleFor<K> } = {
  stage: stageRule,
  seed: settingRule,
  length: settingRule,
  quality: qualityRule,
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
  let: leftoverRule,
  for: leftoverRule,
  prefab: leftoverRule,
  param: leftoverRule,
  use: leftoverRule,
  group: groupRule,
  change: changeRule,
  keyframes: keyframesRule,
  keyframe: leftoverRule,
  orbit: orbitRule,
  reveal: revealRule,
  stagger: staggerRule,
  wait: waitRule,
  sound: soundRule,
  transition: transitionRule,
  annotate: annotateRule,
  chart: chartRule,
  series: leftoverRule,
  slice: leftoverRule,
  bar: leftoverRule,
  draw: drawRule,
  image: pictureRule,
  model: pictureRule,
  states: statesRule,
  state: leftoverRule,
  when: leftoverRule,
  unknown: () => null,
};

/** They belong to the scene: nobody knows when, or whether, a state of a machine is entered. */
const OUTSIDE_OF_STATES: ReadonlySet<string> = new Set<StatementKind | NamedKind>(['say', 'beat', 'annotate']);

export function applyRuleTo(statement: Statement, here: Here, context: Context): Ends {
  if (here.state !== null && OUTSIDE_OF_STATES.has(statement.kind)) {
    context.report('dsl/misplaced', statement.keyword, { statement: statement.kind, where: 'outside of states' });
    return null;
  }
  const rule = RULES[statement.kind] as Rule<Statement>;
  return rule(statement, here, context);
}
