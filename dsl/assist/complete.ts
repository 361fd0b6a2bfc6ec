import type { Surroundings } from '../check/surroundings.ts';
import { ACTOR_KINDS, type ActorKind, actorKind } from '../check/vocabulary/actor-kinds.ts';
import { CSS_COLORS } from '../check/vocabulary/css-colors.ts';
import { EASES } from '../check/vocabulary/eases.ts';
import { EFFECTS } from '../check/vocabulary/effects.ts';
import { ENVIRONMENTS } from '../check/vocabulary/environments.ts';
import { MATERIAL_RECIPES } from '../check/vocabulary/material-recipes.ts';
import { PROPERTIES } from '../check/vocabulary/properties.ts';
import { QUALITIES } from '../check/vocabulary/qualities.ts';
import { SOUNDS } from '../check/vocabulary/sounds.ts';
import { splitWords } from '../check/words.ts';
import { type Highlight, highlight } from '../read/highlight.ts';
import { HANDBOOK } from './handbook.ts';
import { type Declared, declaredIn } from './named.ts';

export interface Completion {
  readonly label: string;
  readonly kind: 'statement' | 'clause' | 'name' | 'value' | 'word';
  /** What it means, where that is known. */
  readonly detail: string;
}

export interface Completions {
  /** Where the word begins that is being written. */
  readonly offset: number;
  readonly words: readonly Completion[];
}

const CHARTS = ['curve', 'area', 'columns', 'bars', 'pie', 'donut'];
const SHAPES = ['dot', 'circle', 'ellipse', 'rect', 'line', 'polyline', 'polygon', 'curve', 'path'];
const MOVES = ['push-in', 'pull-out', 'pan', 'follow', 'orbit', 'roll', 'shake', 'rack-focus', 'reset'];
const COLOURED = ['color', 'fill', 'stroke', 'background', 'highlight'];
const PLACES = [
  'at',
  'to',
  'from',
  'around',
  'above',
  'below',
  'left-of',
  'right-of',
  'inside',
  'behind',
  'in-front-of',
];
const MOMENTS = ['on', 'after', 'with', 'before'];
const PLACED = ['actor', 'text', 'group', 'chart', 'draw', 'image', 'model', 'use'];
const MOVING = ['move', 'fade', 'grow', 'turn', 'orbit', 'annotate'];
const ROLES: Readonly<Record<string, string>> = { draw: 'drawing', image: 'picture', model: 'picture', use: 'group' };

/** What may be written at an offset, also where the script is half typed. */
export function complete(text: string, offset: number, surroundings: Surroundings = {}): Completions {
  const typed = /[\p{L}_][\p{L}\p{N}_'’-]*$/u.exec(text.slice(0, offset))?.[0] ?? '';
  const start = offset - typed.length;
  const commented = highlight(text.slice(0, offset)).at(-1)?.class === 'comment';
  const inComment = commented && text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).includes('//');
  const words = inComment ? [] : wordsAt(text.slice(0, start), declaredIn(text), surroundings);
  return { offset: start, words: [...new Map(words.map((word) => [word.label, word])).values()] };
}

const list = (labels: readonly string[], kind: Completion['kind'], detail = ''): Completion[] =>
  labels.map((label) => ({ label, kind, detail }));

const names = (declared: readonly Declared[], fits: (kind: string, each: Declared) => boolean): Completion[] =>
  declared
    .filter((each) => fits(each.statement.kind, each))
    .map(({ name, statement }) => ({ label: name.text, kind: 'name', detail: statement.kind }));

function wordsAt(before: string, declared: readonly Declared[], around: Surroundings): Completion[] {
  const tokens = highlight(before).filter((each) => each.class !== 'comment');
  const written = (token: Highlight | undefined) =>
    token ? before.slice(token.offset, token.offset + token.length) : '';
  if (before.endsWith('.')) return inside(written(tokens.at(-2)), declared);
  const last = tokens.at(-1);
  const begins = tokens.findLastIndex((each) => each.class === 'statement');
  const since = begins < 0 ? [] : tokens.slice(begins).map(written);
  const [keyword = '', first = ''] = since;
  if (last?.class === 'clause') return afterClause(written(last), keyword, declared);
  if (last?.class === 'statement') return afterKeyword(keyword, declared, around);
  const second = since.length === 2 ? secondWord(keyword, first, declared) : null;
  if (second) return second;
  const blocks = since.includes('{') || since.includes('}');
  const clauses = (HANDBOOK[keyword]?.clauses ?? []).filter((clause) => !since.includes(clause));
  const params = keyword === 'use' && since.at(-1) === '{' ? paramsOf(first, declared) : [];
  const fresh = !last || blocks || before.slice(last.offset).includes('\n');
  return [...params, ...(blocks ? [] : list(clauses, 'clause', keyword)), ...(fresh ? beginnings() : [])];
}

const beginnings = (): Completion[] => [
  ...Object.entries(HANDBOOK).map(([label, { form }]) => ({ label, kind: 'statement', detail: form }) as const),
  ...list(['at', 'on', 'after', 'with'], 'statement', 'a time'),
];

function inside(name: string, declared: readonly Declared[]): Completion[] {
  const line = declared.find((each) => each.name.text === name && each.statement.kind === 'say')?.statement;
  if (line?.kind !== 'say' || !line.text) return partsOf(name, declared);
  return list([...new Set(splitWords(line.text.value).map(({ text }) => text))], 'word', 'word of the line');
}

/** The parts of an actor, to be places. */
const partsOf = (name: string, declared: readonly Declared[]): Completion[] =>
  list(Object.keys(kindNamed(name, declared)?.parts ?? {}), 'value', `a part of ${name}`);

function kindNamed(name: string, declared: readonly Declared[]): ActorKind | undefined {
  const is = declared
    .find((each) => each.name.text === name)
    ?.statement.clauses.find((clause) => clause.name === 'is')?.value;
  return is?.kind === 'name' ? actorKind(is.text) : undefined;
}

function paramsOf(prefab: string, declared: readonly Declared[]): Completion[] {
  const body = declared.find((each) => each.name.text === prefab && each.statement.kind === 'prefab')?.statement.span;
  if (!body) return [];
  const within = (at: number) => at > body.offset && at < body.offset + body.length;
  return names(declared, (kind, { name }) => kind === 'param' && within(name.span.offset));
}

function afterKeyword(keyword: string, declared: readonly Declared[], { prefabs = {} }: Surroundings): Completion[] {
  const of = (...kinds: string[]) => names(declared, (kind) => kinds.includes(kind));
  if (keyword === 'environment') return list(Object.keys(ENVIRONMENTS), 'value');
  if (keyword === 'emit')
    return Object.entries(EFFECTS).flatMap(([name, { summary }]) => list([name], 'value', summary));
  if (keyword === 'sound') return Object.entries(SOUNDS).flatMap(([name, summary]) => list([name], 'value', summary));
  if (keyword === 'quality') return list(QUALITIES, 'value');
  if (keyword === 'transition') return list(['fade', 'wipe', 'iris'], 'value');
  if (keyword === 'camera') return list(MOVES, 'value');
  if (keyword === 'only') return list(['2d', '3d'], 'value');
  if (keyword === 'when') return list(['click', 'key', 'signal'], 'value');
  if (keyword === 'lyrics') return of('say');
  if (keyword === 'apply') return of('material');
  if (keyword === 'animate') return of('actor');
  if (keyword === 'reveal') return of('chart', 'draw', 'text');
  if (keyword === 'use') return [...of('prefab'), ...list(Object.keys(prefabs), 'name', 'library')];
  if (MOVING.includes(keyword)) return of(...PLACED);
  if (keyword !== 'change' && keyword !== 'keyframes') return [];
  return [...of(...PLACED, 'light', 'material'), ...list(['camera'], 'name')];
}

function afterClause(clause: string, keyword: string, declared: readonly Declared[]): Completion[] {
  if (clause === 'is') {
    if (keyword === 'chart') return list(CHARTS, 'value');
    return list(Object.keys(keyword === 'material' ? MATERIAL_RECIPES : ACTOR_KINDS), 'value');
  }
  if (clause === 'ease') return list(EASES, 'value');
  if (COLOURED.includes(clause)) return list(Object.keys(CSS_COLORS), 'value');
  if (clause === 'along') return list(['line', 'spline', 'arc', 'loop'], 'value');
  if (clause === 'facing') return list(['left', 'right'], 'value');
  if (clause === 'within') return names(declared, (kind) => kind === 'actor');
  if (MOMENTS.includes(clause)) return names(declared, isMoment);
  if (!PLACES.includes(clause)) return [];
  return [...names(declared, (kind) => PLACED.includes(kind)), ...list(['center'], 'value')];
}

/** Lines, beats, and what is named behind `as`. */
const isMoment = (kind: string, { statement, name }: Declared) =>
  ['say', 'beat'].includes(kind) || (!PLACED.includes(kind) && 'name' in statement && statement.name !== name);

function secondWord(keyword: string, first: string, declared: readonly Declared[]): Completion[] | null {
  if (keyword === 'draw') return list(SHAPES, 'value');
  const statement = declared.find(({ name }) => name.text === first)?.statement;
  const kind = kindNamed(first, declared);
  if (keyword === 'animate') return list(kind?.animations ?? [], 'value');
  if (keyword !== 'change') return null;
  const role = first === 'camera' ? first : (ROLES[statement?.kind ?? ''] ?? statement?.kind);
  const own = Object.entries(PROPERTIES).find(([name]) => name === role)?.[1] ?? {};
  return list([...Object.keys(own), ...Object.keys(kind?.colors ?? {})], 'value');
}
