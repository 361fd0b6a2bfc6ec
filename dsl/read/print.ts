import type {
  ClauseNode,
  ClauseValue,
  CueNode,
  EntryNode,
  NumberNode,
  PlaceNode,
  Script,
  Statement,
  TimeNode,
} from './ast.ts';

const INDENT = '  ';

/**
 * A script as text: one statement a line, blocks indented. Reading it again gives the same script but for the spans.
 * Comments are not part of a script, nor are statements that were not understood.
 */
export function print(script: Script): string {
  return printAll(script.statements, '').join('\n').concat('\n');
}

function printAll(statements: readonly Statement[], indent: string): string[] {
  return statements.filter(({ kind }) => kind !== 'unknown').flatMap((statement) => printStatement(statement, indent));
}

function printStatement(statement: Statement, indent: string): string[] {
  const entries = 'entries' in statement && statement.kind === 'material' ? statement.entries : null;
  const words = [...headOf(statement), ...statement.clauses.map(printClause), entries ? printEntries(entries) : ''];
  const head = indent + words.filter((word) => word !== '').join(' ');
  if (!('body' in statement) || !statement.body) return [head];
  return [`${head} {`, ...printAll(statement.body, indent + INDENT), `${indent}}`];
}

/** Keyword and operands. The block of `lyrics` holds clauses, and is printed as clauses. */
function headOf(statement: Statement): string[] {
  switch (statement.kind) {
    case 'scene':
      return ['scene', statement.title ? quote(statement.title.value) : ''];
    case 'stage':
      return ['stage', number(statement.width), statement.height ? 'x' : '', number(statement.height)];
    case 'seed':
    case 'length':
      return [statement.kind, number(statement.value)];
    case 'text':
    case 'say':
      return [statement.kind, statement.name?.text ?? '', statement.text ? quote(statement.text.value) : ''];
    case 'animate':
      return ['animate', statement.name?.text ?? '', statement.animation?.text ?? ''];
    case 'camera':
      return ['camera', statement.name?.text ?? '', statement.place ? printPlace(statement.place) : ''];
    case 'repeat':
      return ['repeat', number(statement.count)];
    case 'only':
      return ['only', number(statement.reading)];
    case 'time':
      return [statement.time ? printTime(statement.time) : 'at'];
    case 'sequence':
    case 'parallel':
      return [statement.kind];
    case 'unknown':
      return [];
    default:
      return [statement.kind, statement.name?.text ?? ''];
  }
}

const number = (node: NumberNode | null) => (node ? `${node.value}${node.unit}` : '');

const quote = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

function printClause({ name, value }: ClauseNode): string {
  if (value === null) return name;
  if (value.kind === 'time') return printTime(value);
  return `${name} ${printValue(value)}`;
}

function printValue(value: Exclude<ClauseValue, TimeNode>): string {
  switch (value.kind) {
    case 'number':
      return number(value);
    case 'text':
      return quote(value.value);
    case 'hash':
    case 'name':
      return value.text;
    case 'point':
    case 'named-place':
      return printPlace(value);
    case 'places':
      return value.places.map(printPlace).join(' ');
    case 'entries':
      return printEntries(value.entries);
    case 'ease':
      return value.numbers ? `${value.name.text}(${value.numbers.map(number).join(', ')})` : value.name.text;
  }
}

function printPlace(place: PlaceNode): string {
  if (place.kind === 'point') {
    const depth = place.z ? `, ${number(place.z)}` : '';
    return `(${number(place.x)}, ${number(place.y)}${depth})`;
  }
  const { relation, name, by } = place;
  return [relation?.text ?? '', name.text, by ? `by ${number(by)}` : ''].filter((word) => word !== '').join(' ');
}

function printTime({ relation, amount, cue, shift }: TimeNode): string {
  const moved = shift ? ` ${shift.value < 0 ? '-' : '+'} ${Math.abs(shift.value)}${shift.unit}` : '';
  if (!cue) return `at ${number(amount)}${moved}`;
  const from = amount ? `at ${number(amount)} ${relation}` : relation;
  return `${from} ${printCue(cue)}${moved}`;
}

/** Words that are no names are quoted. */
function printCue({ name, word, nth }: CueNode): string {
  const plain = word && /^[\p{L}_][\p{L}\p{N}_'’-]*$/u.test(word.text);
  return `${name.text}${word ? `.${plain ? word.text : quote(word.text)}` : ''}${nth?.text ?? ''}`;
}

const printEntries = (entries: readonly EntryNode[]) =>
  `{ ${entries.map(({ name, value }) => (value ? `${name.text} ${printValue(value)}` : name.text)).join('  ')} }`;
