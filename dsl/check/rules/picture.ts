import type { NamedStatement } from '../../read/ast.ts';
import { clausesOf } from '../clauses.ts';
import type { Rule } from '../context.ts';
import { safePath } from '../files.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const CLAUSES = ['from', 'at', 'width', 'height', 'labelled', 'scale', 'rotation', 'opacity'];
const SIDE = { what: 'side', min: 1, max: 8192 };
const USUAL = 300;
const TYPES = {
  image: { endings: /\.(?:png|jpe?g|webp|gif|svg)$/i, called: 'an image: png, jpg, webp, gif or svg' },
  model: { endings: /\.(?:glb|gltf)$/i, called: 'a model: glb or gltf' },
} as const;

export const pictureRule: Rule<NamedStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, CLAUSES, here, context);
  const name = named(statement, context);
  const media = statement.kind === 'model' ? 'model' : 'image';
  const from = clauses.get('from');
  if (!from) clauses.missing('from which file');
  const path = clauses.text('from');
  if (!name || path === null || !from || !declaredHere(statement, here, context)) return null;
  if (!firstDeclaration(name, context)) return null;
  const { endings, called } = TYPES[media];
  const span = from.value?.span ?? from.span;
  if (!safePath(path)) {
    context.report('dsl/unsafe-file', span, { path });
    return null;
  }
  if (!endings.test(path)) {
    context.report('dsl/wrong-file-type', span, { path, wanted: called });
    return null;
  }
  const height = clauses.number('height', SIDE, Number.NaN, ['px']);
  const width = clauses.number('width', SIDE, Number.isNaN(height) ? USUAL : height, ['px']);
  context.draft.pictures.push({
    id: name.text,
    only: here.only,
    span: statement.span,
    group: here.group,
    media,
    source: path,
    at: clauses.place('at') ?? context.middle(here),
    width,
    height: Number.isNaN(height) ? width : height,
    label: clauses.text('labelled'),
    scale: clauses.number('scale', { what: 'scale', min: 0.01, max: 50 }, 1, ['%']),
    rotation: clauses.angle('rotation', 0),
    opacity: clauses.number('opacity', { what: 'opacity', min: 0, max: 1 }, 1, ['%']),
  });
  return null;
};
