import { type Diagnostic, diagnose, type Staged } from '../diagnostics.ts';
import type { SceneStatement, Script, Statement } from '../read/ast.ts';
import { createContext, type Draft, type Here, SCENE_START } from './context.ts';
import { breakCycles } from './cycles.ts';
import { expand, oncePerPlace } from './expand/expand.ts';
import { inkOf } from './ink.ts';
import { lookOver } from './look-over.ts';
import { withoutLost } from './lost.ts';
import type { Model } from './model.ts';
import { collectNames } from './names.ts';
import { withNotes } from './notes.ts';
import { applyRuleTo } from './rules/rules.ts';
import type { Surroundings } from './surroundings.ts';
import { DEFAULT_ENVIRONMENT } from './vocabulary/environments.ts';

/** The second stage of the road: `Script` to `Model`. Never throws; what is in error is left out or mended. */
export function check(script: Script, surroundings: Surroundings = {}): Staged<Model> {
  const diagnostics: Diagnostic[] = [];
  const { title, scene, beside } = sceneOf(script, diagnostics);
  const { statements, report } = script.calculates
    ? expand(scene, beside, surroundings, diagnostics)
    : { statements: scene, report: oncePerPlace };
  const names = collectNames(statements, (diagnostic) => diagnostics.push(diagnostic));
  const context = createContext(names, inkOf(statements), surroundings.files ?? {}, diagnostics, applyRuleTo);
  context.draft.title = title;
  const here: Here = {
    only: null,
    start: SCENE_START,
    timed: false,
    group: null,
    centred: false,
    state: null,
    renamed: new Map(),
  };
  // The stage first: percent are shares of it, wherever it stands.
  const isSetting = ({ kind }: Statement) => kind === 'stage';
  for (const statement of statements.filter(isSetting)) context.visit(statement, here);
  for (const statement of statements) if (!isSetting(statement)) context.visit(statement, here);
  const draft = breakCycles(withoutLost(lookOver(hidden(withNotes(context.draft)), context)), diagnostics);
  return { value: modelOf(draft), diagnostics: report(diagnostics) };
}

/** What may stand beside the scene. */
const BESIDE: ReadonlySet<string> = new Set(['prefab', 'let']);
const isBeside = ({ kind }: Statement) => BESIDE.has(kind);

/** The statements of the scene, and those beside it. Without `scene`, those of the script: the rest can still be checked. */
function sceneOf({ statements, end }: Script, diagnostics: Diagnostic[]) {
  const scenes = statements.filter((statement): statement is SceneStatement => statement.kind === 'scene');
  const [scene] = scenes;
  const others = statements.filter((statement) => statement !== scene);
  if (!scene) {
    const span = statements[0]?.keyword ?? { offset: 0, length: 0, line: 1, column: 1 };
    const edits = [
      { offset: 0, length: 0, text: 'scene "Untitled" {\n' },
      { offset: end.offset, length: 0, text: '\n}' },
    ];
    const understood = statements.length === 0 || statements.some(({ kind }) => kind !== 'unknown');
    if (understood)
      diagnostics.push(diagnose('dsl/missing-scene', span, {}, [{ title: 'Put a scene around it', edits }]));
    return { title: 'Untitled', scene: others.filter((each) => !isBeside(each)), beside: others.filter(isBeside) };
  }
  if (!scene.broken && !scene.title) {
    const params = { statement: 'scene', part: 'its title', form: 'scene "title" { … }' };
    diagnostics.push(diagnose('dsl/missing-part', scene.keyword, params));
  }
  if (!scene.broken && !scene.body) {
    diagnostics.push(diagnose('dsl/missing-block', scene.keyword, { statement: 'scene' }));
  }
  for (const { kind, keyword } of others) {
    if (kind === 'scene') diagnostics.push(diagnose('dsl/second-scene', keyword, {}));
    else if (kind !== 'unknown' && !BESIDE.has(kind)) {
      const params = { statement: kind === 'time' ? 'a time' : kind, where: 'inside the block of the scene' };
      diagnostics.push(diagnose('dsl/misplaced', keyword, params));
    }
  }
  const title = scene.title?.value ?? 'Untitled';
  return { title, scene: scene.body ?? [], beside: others.filter(isBeside) };
}

/** What is revealed later is not there before, unless it says how much of it is. */
function hidden(draft: Draft): Draft {
  const { revealed, begun, charts, drawings } = draft;
  const begin = <T extends { readonly id: string; readonly progress: number }>(each: T): T =>
    revealed.has(each.id) && !begun.has(each.id) ? { ...each, progress: 0 } : each;
  return revealed.size === 0 ? draft : { ...draft, charts: charts.map(begin), drawings: drawings.map(begin) };
}

const modelOf = (draft: Draft): Model => ({
  title: draft.title,
  stage: draft.stage,
  seed: draft.seed,
  environment: draft.environment ?? DEFAULT_ENVIRONMENT,
  length_ms: draft.length_ms,
  quality: draft.quality,
  actors: draft.actors,
  texts: draft.texts,
  groups: draft.groups,
  charts: draft.charts,
  drawings: draft.drawings,
  pictures: draft.pictures,
  machines: draft.machines,
  lights: draft.lights,
  materials: draft.materials,
  lines: draft.lines,
  lyrics: draft.lyrics,
  beats: draft.beats,
  actions: draft.actions,
});
