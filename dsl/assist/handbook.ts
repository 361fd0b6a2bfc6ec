import { FORMS } from '../check/vocabulary/forms.ts';

/** What an author is told about a statement, and the clauses that it may have. */
export interface Entry {
  readonly form: string;
  readonly sentence: string;
  readonly clauses: readonly string[];
}

const TIMES = ['at', 'on', 'after', 'with', 'as'];
const LASTING = [...TIMES, 'over', 'ease'];
const PLACED = ['at', 'scale', 'rotation', 'opacity'];

const entry = (kind: keyof typeof FORMS, sentence: string, clauses: readonly string[] = []): Entry => ({
  ...{ form: FORMS[kind], sentence, clauses },
});

/** One entry for each word that begins a statement; a test holds it complete. */
export const HANDBOOK: Readonly<Record<string, Entry>> = {
  scene: entry('scene', 'The whole of a script, with its title.'),
  stage: entry('stage', 'How wide and high the picture is in pixels; 1280 x 720 by default.'),
  seed: entry('seed', 'What chance follows; 1 by default.'),
  length: entry('length', 'How long the scene lasts; by default until all is over.'),
  quality: entry('quality', 'How well it is drawn: low, medium or high; by default as well as the machine can.'),
  wait: entry('wait', 'A pause in a sequence.'),
  environment: entry('environment', 'Where the scene is; a later one is a change.', LASTING),
  actor: entry('actor', 'Something on the stage that can act.', [
    ...['is', ...PLACED, 'color', 'colors', 'facing', 'labelled', 'animation'],
  ]),
  text: entry('text', 'Words written on the stage.', [
    ...[...PLACED, 'size', 'color', 'weight', 'wrap', 'background', 'align', 'value', 'decimals', 'progress'],
  ]),
  say: entry('say', 'A line that is spoken.', ['at', 'on', 'after', 'with', 'voice']),
  lyrics: entry('lyrics', 'Writes a spoken line, word by word.'),
  move: entry('move', 'Moves something to a place, in 1 s by default.', [...LASTING, 'to', 'through', 'along', 'bend']),
  fade: entry('fade', 'Lets something appear or vanish.', [...LASTING, 'in', 'out', 'to']),
  grow: entry('grow', 'Changes the scale of something.', [...LASTING, 'to']),
  turn: entry('turn', 'Turns something by an angle.', [...LASTING, 'by']),
  animate: entry('animate', 'Starts an animation that the kind of actor knows.', TIMES),
  emit: entry('emit', 'Lets an effect come from a place.', [...TIMES, 'from', 'for', 'count', 'color', 'within']),
  camera: entry('camera', 'Moves the view.', [...LASTING, 'to', 'by']),
  light: entry('light', 'A light of its own.', ['from', 'intensity', 'color']),
  material: entry('material', 'A surface by a recipe and its settings.', ['is']),
  apply: entry('apply', 'Gives an actor a material.', [...TIMES, 'to']),
  beat: entry('beat', 'Names a moment.', ['at', 'on', 'after', 'with']),
  orbit: entry('orbit', 'Moves something around a place, once by default.', [
    ...[...LASTING, 'around', 'by', 'radius', 'flatness'],
  ]),
  reveal: entry('reveal', 'Lets a chart grow, a drawing be drawn, a text be written.', [...LASTING, 'to']),
  sound: entry('sound', 'Plays a sound.', [...TIMES, 'volume']),
  transition: entry('transition', 'Covers the picture, then uncovers it.', [...TIMES, 'over', 'color']),
  image: entry('image', 'A picture from a file.', ['from', ...PLACED, 'width', 'height', 'labelled']),
  model: entry('model', 'A solid thing from a file.', ['from', ...PLACED, 'width', 'height', 'labelled']),
  use: entry('use', 'Places a prefab as a group.', ['as', ...PLACED]),
  let: entry('let', 'Gives a value a name.', ['be']),
  param: entry('param', 'What a use of this prefab may set, with its default.', ['be']),
  annotate: entry('annotate', 'A note and a line to what it is about.', [...TIMES, 'for', 'size', 'color']),
  change: entry('change', 'Changes one property over time.', [...LASTING, 'to']),
  draw: entry('draw', 'Draws a shape.', [
    ...[...PLACED, 'radius', 'width', 'height', 'corner', 'fill', 'stroke', 'stroke-width', 'through', 'data'],
    ...['progress'],
  ]),
  series: entry('series', 'One curve or row of columns of a chart.', ['points', 'color']),
  slice: entry('slice', 'One share of a pie.', ['color']),
  bar: entry('bar', 'One bar of a chart.', ['color']),
  sequence: entry('sequence', 'What is in it happens one after the other.', TIMES),
  parallel: entry('parallel', 'What is in it happens together.', TIMES),
  repeat: entry('repeat', 'Does what is in it several times.', TIMES),
  only: entry('only', 'What is in it is there in one reading only, 2d or 3d.'),
  stagger: entry('stagger', 'Each begins a little after the one before.', TIMES),
  group: entry('group', 'Things that move, turn, grow and fade as one.', PLACED),
  prefab: entry('prefab', 'A piece to use several times; its coordinates are around its own (0, 0).'),
  chart: entry('chart', 'A chart of what is in it.', [
    ...['is', ...PLACED, 'from', 'width', 'height', 'title', 'x-axis', 'y-axis', 'unit', 'progress'],
  ]),
  states: entry('states', 'A machine that answers to viewers.'),
  state: entry('state', 'What happens when the machine enters it.'),
  keyframes: entry('keyframes', 'Values of one thing at shares of a time.', LASTING),
  when: entry('when', 'What brings the machine from one state to another.', ['from', 'go']),
  for: entry('for', 'Does what is in it for each number.', ['from', 'to', 'by']),
};
