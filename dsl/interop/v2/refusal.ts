/** Why operations are refused, in the words of the contract. */
export const V2_REFUSALS = [
  'patch_budget_exceeded',
  'suspicious_rebuild',
  'unknown_entity_id',
  'unknown_material_id',
  'unknown_behavior_id',
  'unknown_recipe_id',
  'unknown_uniform',
  'uniform_out_of_range',
  'uniform_not_numeric',
  'uniform_rate_limited',
  'invalid_trigger',
  'unknown_trigger_target',
  'unsupported_op',
  'schema_validation_failed',
] as const;

export type V2RefusalCode = (typeof V2_REFUSALS)[number];

/** `details` name the operation, the thing and the figures. */
export interface V2Refusal {
  readonly code: V2RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;
}

export const refuse = (code: V2RefusalCode, details: Readonly<Record<string, unknown>>): V2Refusal => ({
  code,
  details,
});
