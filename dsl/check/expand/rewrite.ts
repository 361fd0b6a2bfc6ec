import type {
  ClauseNode,
  ClauseValue,
  CueNode,
  HashNode,
  ListNode,
  NamedPlaceNode,
  NameNode,
  NumberNode,
  PlaceNode,
  PointNode,
  TextNode,
  TimeNode,
  ValueNode,
} from '../../read/ast.ts';
import { evaluate, pathOf, variableAt } from './arithmetic.ts';
import type { Expansion } from './expansion.ts';
import { interpolate } from './interpolate.ts';
import { fullName, lookUp, placed, resolveName, type Scope, type Value } from './scope.ts';

/** Rewrites the leaves of one statement: formulas to numbers, variables to what they stand for, names to full names. */
export interface Rewriter {
  readonly number: (node: NumberNode | null) => NumberNode | null;
  readonly text: (node: TextNode | null) => TextNode | null;
  /** The name of a thing that is mentioned. */
  readonly mention: (node: NameNode | null) => NameNode | null;
  /** The name of a thing that is declared. */
  readonly declare: (node: NameNode | null) => NameNode | null;
  /** A word of a list, or a variable that stands for one. */
  readonly word: (node: NameNode | null) => NameNode | null;
  readonly place: (node: PlaceNode | null) => PlaceNode | null;
  readonly time: (node: TimeNode | null) => TimeNode | null;
  readonly value: (node: ValueNode | ListNode) => Value | null;
  readonly clause: (node: ClauseNode, keepsNames: boolean) => ClauseNode;
}

/** Clauses followed by a word of a list: there a variable is meant only if it stands for a word. */
const WORDS: ReadonlySet<string> = new Set(['is', 'along', 'facing', 'animation', 'align', 'ball', 'weight', 'go']);
/** Clauses whose name is that of a thing. */
const MENTIONING: ReadonlySet<string> = new Set(['within', 'around']);

export function createRewriter(scope: Scope, expansion: Expansion): Rewriter {
  const at = <T extends { readonly span: NumberNode['span'] }>(node: T): T =>
    scope.reportedAt ? { ...node, span: placed(node.span, scope) } : node;

  const number = (node: NumberNode | null): NumberNode | null => {
    if (!node?.formula) return node && at(node);
    const result = evaluate(node.formula, scope, expansion);
    // The formula stays as a mark: what was worked out cannot be cured by writing another number.
    const { formula, span } = node;
    return result && at<NumberNode>({ kind: 'number', ...result, formula, span });
  };

  const path = (node: NameNode): NameNode | null => {
    const text = pathOf(node, scope, expansion);
    return text === null ? null : at<NameNode>({ kind: 'name', text, span: node.span });
  };

  const mention = (node: NameNode | null): NameNode | null => {
    const whole = node && path(node);
    if (!whole) return null;
    const text = resolveName(whole.text, scope);
    if (text !== whole.text) return { ...whole, text };
    const value = lookUp(whole.text, scope);
    return value?.kind === 'name' ? { ...whole, text: value.text } : whole;
  };

  const declare = (node: NameNode | null): NameNode | null => {
    const whole = node && path(node);
    return whole && { ...whole, text: fullName(whole.text, scope) };
  };

  const text = (node: TextNode | null): TextNode | null =>
    node && at({ ...node, value: interpolate(node, scope, expansion) });

  const value = (node: ValueNode | ListNode): Value | null => {
    switch (node.kind) {
      case 'number':
        return number(node);
      case 'text':
        return text(node);
      case 'hash':
        return at(node);
      case 'list':
        return list(node);
      case 'name': {
        const found = variableAt(node, scope, expansion);
        if (found === null) return null;
        return found === 'unknown' ? path(node) : at({ ...found, span: node.span });
      }
    }
  };

  const list = (node: ListNode): ListNode => {
    const items = node.items.flatMap((item): ValueNode[] => {
      expansion.count(1, item.span);
      const found = value(item);
      if (found?.kind !== 'list') return found ? [found] : [];
      expansion.report(
        'dsl/wrong-value',
        item.span,
        { clause: 'be', expected: 'single values', found: 'a list' },
        scope,
      );
      return [];
    });
    return at({ ...node, items });
  };

  const word = (node: NameNode | null): NameNode | null => {
    const found = node && value(node);
    if (!node || !found) return null;
    if (found.kind === 'name') return found;
    return at<NameNode>({ kind: 'name', text: node.text, span: node.span });
  };

  const point = (node: PointNode): PointNode | null => {
    const [x, y, z] = [number(node.x), number(node.y), number(node.z)];
    return x && y && (z || !node.z) ? at({ ...node, x, y, z }) : null;
  };

  /** A name where a place stands is that of a thing, or a variable: a thing's name, or a list of coordinates. */
  const namedPlace = (node: NamedPlaceNode): PlaceNode | null => {
    const by = number(node.by);
    if (node.by && !by) return null;
    const name = mention(node.name);
    if (!name) return null;
    const variable = name.text === node.name.text && !node.relation ? lookUp(name.text, scope) : null;
    if (variable?.kind === 'list') {
      const [x, y, z] = variable.items.map((item) => (item.kind === 'number' ? item : null));
      if (x && y) return at<PointNode>({ kind: 'point', x, y, z: z ?? null, span: node.span });
    }
    return at({ ...node, relation: node.relation && at(node.relation), name, by });
  };

  const place = (node: PlaceNode | null): PlaceNode | null =>
    node && (node.kind === 'point' ? point(node) : namedPlace(node));

  const cue = (node: CueNode | null): CueNode | null => {
    if (!node) return null;
    const whole = mention(node.whole);
    const name = mention(node.name);
    const nth = hash(node.nth);
    if (!whole || !name || (node.nth && !nth)) return null;
    return at({ ...node, whole, name, word: node.word && at(node.word), nth });
  };

  const hash = (node: HashNode | null): HashNode | null => {
    if (!node?.index) return node && at(node);
    const index = evaluate(node.index, scope, expansion);
    return index && at<HashNode>({ kind: 'hash', text: `#${index.value}`, span: node.span });
  };

  const time = (node: TimeNode | null): TimeNode | null => {
    if (!node) return null;
    const [amount, shift, cued] = [number(node.amount), number(node.shift), cue(node.cue)];
    if ((node.amount && !amount) || (node.shift && !shift) || (node.cue && !cued)) return null;
    return at({ ...node, amount, shift, cue: cued });
  };

  const clauseValue = (name: string, node: ClauseValue): ClauseValue | null => {
    expansion.count(1, node.span);
    switch (node.kind) {
      case 'name':
        if (name === 'as') return declare(node);
        if (MENTIONING.has(name)) return mention(node);
        return WORDS.has(name) && lookUp(node.text, scope)?.kind !== 'name' ? at(node) : value(node);
      case 'number':
      case 'text':
      case 'hash':
      case 'list':
        return value(node);
      case 'point':
        return point(node);
      case 'named-place': {
        const variable = node.relation || node.by ? null : lookUp(node.name.text.replace(/#.*/s, ''), scope);
        const stands = variable && variableAt(node.name, scope, expansion);
        if (stands && stands !== 'unknown' && stands.kind !== 'list' && stands.kind !== 'name')
          return at({ ...stands, span: node.span });
        return namedPlace(node);
      }
      case 'places': {
        const places = node.places.flatMap((each) => {
          expansion.count(1, each.span);
          return place(each) ?? [];
        });
        return places.length < node.places.length ? null : at({ ...node, places });
      }
      case 'time':
        return time(node);
      case 'ease': {
        const numbers = node.numbers?.flatMap((each) => number(each) ?? []) ?? null;
        return at({ ...node, name: word(node.name) ?? node.name, numbers });
      }
      case 'entries': {
        const entries = node.entries.map((entry) => ({
          ...at(entry),
          name: at(entry.name),
          value: entry.value && value(entry.value),
        }));
        return at({ ...node, entries });
      }
    }
  };

  const clause = (node: ClauseNode, keepsNames: boolean): ClauseNode => {
    const there = { ...node, span: placed(node.span, scope), keyword: placed(node.keyword, scope) };
    if (!node.value || (keepsNames && node.value.kind !== 'number')) return there;
    const rewritten = clauseValue(node.name, node.value);
    return { ...there, value: rewritten, broken: node.broken || rewritten === null };
  };

  return { number, text, mention, declare, word, place, time, value, clause };
}
