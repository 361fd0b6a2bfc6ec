import { ACTOR_KINDS, type Edit, ENVIRONMENTS, type Statement } from '../../../../dsl/index.ts';
import { quoted } from '../composing/script-text.ts';
import { settingFor } from '../composing/setting.ts';
import { moreOf } from './more-of.ts';
import { newcomers } from './newcomers.ts';
import { retell, stillSaid, type Told } from './retell.ts';
import { actorsOf, applyEdits, clauseOf, extentOf, removal, statementsOf, type WrittenActor } from './statements.ts';
import { summaryOf } from './summary.ts';
import { type Noun, partsOf, readWish, type Wish } from './wish.ts';

export interface Edited {
  readonly script: string;
  /** What was done, in sentences. */
  readonly summary: string;
  /** Lines that still speak of what was taken away. */
  readonly stale: readonly string[];
}

/** The running script with what a follow-up asks for changed in it, and all else as it was; null where it asks for something else. */
export function editScene(script: string, prompt: string): Edited | null {
  let edited = script;
  let about: Noun | null = null;
  const told: Told[] = [];
  const gone: Noun[] = [];
  const done: string[] = [];
  for (const part of partsOf(prompt)) {
    const wish = readWish(part, about);
    if (!wish) continue;
    if ('nouns' in wish) about = wish.nouns[0] ?? about;
    else if ('noun' in wish) about = wish.noun;
    const statements = statementsOf(edited);
    const edits = editsFor(wish, edited, statements);
    if (edits === null || edits.length === 0) continue;
    const before = actorsOf(statements);
    edited = applyEdits(edited, edits);
    const now = actorsOf(statementsOf(edited));
    told.push(...newsOf(wish, before, now));
    if (wish.kind === 'remove') gone.push(...wish.nouns);
    done.push(summaryOf(wish, matching(before, nounsIn(wish)).length));
  }
  if (edited === script) return null;
  const spoken = retell(edited, told);
  return { script: spoken, summary: done.join(' '), stale: stillSaid(statementsOf(spoken), gone) };
}

const nounsIn = (wish: Wish): readonly Noun[] => ('nouns' in wish ? wish.nouns : 'noun' in wish ? [wish.noun] : []);

/** What the lines should know of a change. */
function newsOf(wish: Wish, before: readonly WrittenActor[], now: readonly WrittenActor[]): Told[] {
  return nounsIn(wish).flatMap((noun) => {
    const count = matching(now, [noun]).length;
    const told = {
      noun,
      colour: wish.kind === 'change' ? (wish.colour?.word ?? null) : null,
      count: count > 0 && count !== matching(before, [noun]).length ? count : null,
    };
    return told.colour === null && told.count === null ? [] : [told];
  });
}

function editsFor(wish: Wish, script: string, statements: readonly Statement[]): Edit[] | null {
  const actors = actorsOf(statements);
  switch (wish.kind) {
    case 'setting':
      return setting(wish, script, statements, actors);
    case 'say': {
      const line = statements.find((one) => one.kind === 'say');
      return line?.kind === 'say' && line.text ? [replacing(line.text.span, quoted(wish.text))] : null;
    }
    case 'remove':
      return matching(actors, wish.nouns).map(({ statement }) => removal(script, extentOf(script, statement)));
    case 'add':
      return insert(script, statements, newcomers(wish.idea, script, statements, actors));
    case 'change':
      return matching(actors, wish.nouns).flatMap((actor) => [
        ...(wish.colour === null ? [] : [colouring(actor, wish.colour.hex)]),
        ...(wish.factor === null ? [] : scaling(actor, wish.factor)),
      ]);
    case 'pace':
      return pacing(wish, statements, actors);
    case 'count':
      return counting(wish, script, statements, actors);
    case 'more': {
      const [model] = matching(actors, [wish.noun]);
      return model
        ? moreOf(model, wish.count, script, statements)
        : insert(script, statements, newcomers(wish.idea, script, statements, actors));
    }
  }
}

const replacing = (span: { readonly offset: number; readonly length: number }, text: string): Edit => ({
  offset: span.offset,
  length: span.length,
  text,
});

const after = (statement: Statement, text: string): Edit => ({
  offset: statement.span.offset + statement.span.length,
  length: 0,
  text,
});

function matching(actors: readonly WrittenActor[], nouns: readonly Noun[]): WrittenActor[] {
  const named = ({ id, kind, label }: WrittenActor, noun: Noun): boolean =>
    id === noun.word ||
    label?.toLowerCase() === noun.word ||
    label?.toLowerCase().split(' ').at(-1) === noun.word ||
    (noun.kind !== null && kind === noun.kind);
  const found = actors.filter((actor) => nouns.some((noun) => named(actor, noun)));
  if (found.length > 0) return found;
  // "The fish" may be a goldfish.
  return actors.filter(({ kind }) => nouns.some((noun) => noun.kind !== null && kind.endsWith(noun.kind)));
}

/** Time and place may be asked for apart: what is not named stays. */
function setting(
  { idea }: Extract<Wish, { kind: 'setting' }>,
  script: string,
  statements: readonly Statement[],
  actors: readonly WrittenActor[],
): Edit[] | null {
  const declared = statements.find((one) => one.kind === 'environment');
  const now = declared?.kind === 'environment' ? (declared.name?.text ?? '') : '';
  const scene = statements.find((one) => one.kind === 'scene');
  const edits: Edit[] = [];
  if (idea.time || idea.scenery) {
    const scenery = idea.scenery ?? ENVIRONMENTS[now]?.scenery ?? null;
    const time = idea.time ?? /^(?:day|dusk|night)/.exec(now)?.[0] ?? null;
    const cast = actors.map(({ id, kind }) => ({ kind, noun: id, count: 1, colors: [], scale: 1, label: null }));
    const name = settingFor({ cast, scenery, time });
    if (declared?.kind === 'environment' && declared.name) edits.push(replacing(declared.name.span, name));
    else if (scene?.kind === 'scene' && scene.body?.[0])
      edits.push({ offset: scene.body[0].span.offset, length: 0, text: `environment ${name}\n  ` });
    else return null;
  }
  const weather = idea.effects.map((effect) => `at 0.4s { emit ${effect} from (640, 80) for 5s count 120 }`);
  return [...edits, ...(insert(script, statements, weather) ?? [])];
}

function colouring({ kind, statement }: WrittenActor, hex: string): Edit {
  const slot = Object.keys(ACTOR_KINDS[kind]?.colors ?? {})[0] ?? 'body';
  const colors = clauseOf(statement, 'colors')?.value;
  if (colors?.kind === 'entries') {
    const entry = colors.entries.find((one) => one.name.text === slot);
    return entry?.value
      ? replacing(entry.value.span, hex)
      : { offset: colors.span.offset + 1, length: 0, text: ` ${slot} ${hex}` };
  }
  const color = clauseOf(statement, 'color');
  return color?.value ? replacing(color.value.span, hex) : after(statement, ` colors { ${slot} ${hex} }`);
}

/** Another size, with the feet where they were. */
function scaling({ kind, statement }: WrittenActor, factor: number): Edit[] {
  const scale = clauseOf(statement, 'scale')?.value;
  const before = scale?.kind === 'number' ? scale.value : 1;
  const now = Number((before * factor).toFixed(2));
  const size = scale?.kind === 'number' ? replacing(scale.span, String(now)) : after(statement, ` scale ${now}`);
  const at = statement.clauses.find((clause) => clause.value?.kind === 'point')?.value;
  const { habitat, height = 0 } = ACTOR_KINDS[kind] ?? {};
  if (at?.kind !== 'point' || habitat !== 'ground') return [size];
  return [size, replacing(at.y.span, String(Math.round(at.y.value - (height * (now - before)) / 2)))];
}

/** The same ways in another time; of a thing that is not there, none. */
function pacing(
  { nouns, factor }: Extract<Wish, { kind: 'pace' }>,
  statements: readonly Statement[],
  actors: readonly WrittenActor[],
): Edit[] {
  const meant = new Set(matching(actors, nouns).map((actor) => actor.id));
  const all = nouns.every((noun) => noun.kind === null);
  return statements.flatMap((one): Edit[] => {
    if (one.kind !== 'move' && one.kind !== 'turn') return [];
    if (meant.size > 0 ? !meant.has(one.name?.text ?? '') : !all) return [];
    const over = clauseOf(one, 'over')?.value;
    return over?.kind === 'number'
      ? [replacing(over.span, `${Number((over.value * factor).toFixed(2))}${over.unit}`)]
      : [];
  });
}

function counting(
  { noun, count }: Extract<Wish, { kind: 'count' }>,
  script: string,
  statements: readonly Statement[],
  actors: readonly WrittenActor[],
): Edit[] | null {
  const there = matching(actors, [noun]);
  const [model] = there;
  if (!model) return null;
  if (count < there.length)
    return there.slice(count).map(({ statement }) => removal(script, extentOf(script, statement)));
  const member = {
    kind: model.kind,
    noun: noun.word,
    count: count - there.length,
    colors: [],
    scale: 1,
    label: model.label,
  };
  const idea = {
    cast: [member],
    deeds: [],
    standings: [],
    scenery: null,
    time: null,
    effects: [],
    quotes: [],
    sentence: '',
  };
  return member.count === 0 ? null : insert(script, statements, newcomers(idea, script, statements, actors));
}

/** New statements behind the last of the scene. */
function insert(script: string, statements: readonly Statement[], lines: readonly string[]): Edit[] | null {
  if (lines.length === 0) return [];
  const scene = statements.find((one) => one.kind === 'scene');
  const last = scene?.kind === 'scene' ? scene.body?.at(-1) : undefined;
  if (!last) return null;
  const { offset, length } = extentOf(script, last);
  return [{ offset: offset + length, length: 0, text: lines.map((line) => `\n  ${line}`).join('') }];
}
