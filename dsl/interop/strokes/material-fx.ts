import { z } from 'zod';
import { MATERIAL_RECIPES } from '../../check/vocabulary/material-recipes.ts';
import { escapeToken } from '../../plan/pointer.ts';
import { FALLBACK, ownRecipe, ownUniform } from '../wire-materials.ts';
import { id } from './fields.ts';
import { act, meetThing, tell } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

const DULL = 'matte';

/** A material out of the whitelist, settings in range; anything else becomes flat, and says why. */
export const applyMaterialFx = strokeRule({
  params: z
    .object({
      material_id: id.optional(),
      id: id.optional(),
      shader_id: z.string().max(64).optional(),
      recipe: z.string().max(64).optional(),
      material: z.string().max(64).optional(),
      uniforms: z.record(z.string().max(64), z.unknown()).default({}),
      actor_id: id.optional(),
      target: id.optional(),
    })
    .transform((params) => {
      const shader = params.shader_id ?? params.recipe ?? params.material ?? '';
      const material_id = params.material_id ?? params.id ?? (id.safeParse(shader).success ? shader : 'material');
      return { shader, material_id, target: params.actor_id ?? params.target, uniforms: params.uniforms };
    }),
  duration_ms: 0,
  paths: ({ material_id }) => [`/materials/${escapeToken(material_id)}`, '/annotations/-'],
  draw({ params, timing, span, draft, stroke_id }) {
    const { material_id, shader, target, uniforms } = params;
    const judged = judge(shader, uniforms);
    const reason = judged.ok ? null : judged.reason;
    const recipe = judged.ok ? judged.recipe : DULL;
    const decl = { id: material_id, only: null, span, recipe, uniforms: judged.ok ? judged.uniforms : {} };
    const { materials } = draft.model;
    const before = materials.findIndex((each) => each.id === material_id);
    if (before < 0) materials.push(decl);
    else materials[before] = decl;
    if (target !== undefined) {
      meetThing(draft, target);
      act(draft, stroke_id, timing.start_ms, { kind: 'apply', target, material: material_id }, span);
    }
    const applied = target === undefined ? {} : { actor_id: target };
    if (reason === null) {
      tell(draft, span, `/materials/${escapeToken(material_id)}`, { shader_id: shader, ...applied });
      return;
    }
    const flat = { recipe: FALLBACK, shader_id: FALLBACK, fallback: true, reason, ...applied };
    tell(draft, span, `/materials/${escapeToken(material_id)}`, flat);
    draft.warnings.push(`material_fallback:${material_id}:${reason}`);
    const note = { kind: 'warning', material_id, reason, text: `${material_id} is drawn flat: ${reason}` };
    draft.direct.push({ op: 'add', path: '/annotations/-', value: note, at_ms: timing.start_ms });
  },
});

type Judged =
  | { readonly ok: true; readonly recipe: string; readonly uniforms: Readonly<Record<string, number>> }
  | { readonly ok: false; readonly reason: string };

/** Holds a shader and its settings, by their names on the wire, against the whitelist. */
export function judge(shader: string, uniforms: Readonly<Record<string, unknown>>): Judged {
  const recipe = ownRecipe(shader);
  const known = Object.hasOwn(MATERIAL_RECIPES, recipe) ? MATERIAL_RECIPES[recipe] : undefined;
  if (known === undefined) return { ok: false, reason: 'shader_not_whitelisted' };
  const settings: Record<string, number> = {};
  for (const [name, { default: value }] of Object.entries(known)) settings[name] = value;
  for (const [name, value] of Object.entries(uniforms)) {
    const own = ownUniform(name);
    const range = Object.hasOwn(known, own) ? known[own] : undefined;
    if (range === undefined) return { ok: false, reason: `unknown_uniform:${name}` };
    if (typeof value !== 'number' || !Number.isFinite(value))
      return { ok: false, reason: `uniform_not_numeric:${name}` };
    if (value < range.min || value > range.max) return { ok: false, reason: `uniform_out_of_range:${name}` };
    settings[own] = value;
  }
  return { ok: true, recipe, uniforms: settings };
}
