/**
 * Everything the host can answer with when it cannot do what was asked: one table of codes, each with its HTTP status
 * and one sentence. The body of an error is `{"detail":{"error":CODE,"message":…,…}}`.
 */
export const ERRORS = {
  bad_request: [400, 'The request could not be read.'],
  invalid_json: [400, 'The body is not valid JSON.'],
  text_required: [400, 'There is no text to speak: send {"text": "…"}.'],
  empty_audio_payload: [400, 'There is no sound: send a file in the field "audio" of a multipart form.'],
  script_required: [400, 'There is no script: send {"script": "…"}.'],
  invalid_api_key: [401, 'The key is missing or wrong: send it as x-api-key or as Authorization: Bearer.'],
  ip_not_allowed: [403, 'This address is not on the list of OPENCOMMOTION_ALLOWED_IPS.'],
  host_not_allowed: [403, 'The Host header names neither this machine nor a name of OPENCOMMOTION_ALLOWED_HOSTS.'],
  origin_not_allowed: [403, 'A page of another site may not do this: see OPENCOMMOTION_ALLOWED_ORIGINS.'],
  not_found: [404, 'There is nothing at this path.'],
  scene_not_found: [404, 'There is no scene with this id.'],
  snapshot_not_found: [404, 'This scene has no snapshot with this id: GET /v2/scenes/{scene_id} lists them.'],
  example_not_found: [404, 'There is no example with this name: GET /v2/examples lists them.'],
  scene_file_outside: [403, 'Only what lies beside the scene or below is read, through no link that leads out.'],
  scene_file_not_found: [404, 'There is no such file beside the scene.'],
  audio_not_found: [404, 'There is no audio with this name.'],
  artifact_not_found: [404, 'There is no artifact with this id: GET /v1/artifacts/search lists them.'],
  artifact_without_still: [404, 'This artifact was saved without a picture.'],
  export_not_found: [404, 'There is no export with this id: GET /v2/exports lists them.'],
  turn_not_found: [404, 'There is no turn with this id: GET /v2/turns lists the last ones.'],
  plugin_not_found: [404, 'There is no such file of a plugin.'],
  revision_conflict: [409, 'The scene has moved on: read it again and send its revision as base_revision.'],
  turn_cancelled: [409, 'The turn was cancelled before it was done; nothing was saved.'],
  artifact_without_scene: [
    409,
    'This artifact was saved without a scene: save it with a scene_id or a script to play it again.',
  ],
  export_not_ready: [409, 'The export is not done: GET /v2/exports/{export_id} says how far it is.'],
  bundle_missing: [410, 'The bundle is gone from the data folder: restore it from a backup.'],
  body_too_large: [413, 'The body is larger than this host accepts.'],
  scene_file_too_large: [413, 'The file is larger than 32 MiB.'],
  audio_too_long: [413, 'The recording is longer than a voice listens to at once.'],
  audio_format_unsupported: [415, 'Send WAV, MP3, or Opus in WebM or Ogg.'],
  scene_file_wrong_type: [415, 'Its bytes are no png, jpeg, webp, gif, svg, glb or gltf.'],
  unsupported_media_type: [415, 'Send the body as application/json.'],
  schema_validation_failed: [422, 'The request does not fit its schema.'],
  audio_unreadable: [422, 'The recording could not be decoded: `reason` says why.'],
  idempotency_key_invalid: [422, 'An Idempotency-Key has 1 to 255 printable ASCII characters.'],
  idempotency_key_reused: [422, 'This key, or turn_id, was sent with another request: take a new one.'],
  prompt_too_long: [422, 'The prompt is too long.'],
  invalid_scene_id: [422, 'A scene id has 1 to 128 letters, digits, dots, dashes or underscores, and no "..".'],
  patch_budget_exceeded: [422, 'This is more than a scene or a turn may hold: `scope` names the cap.'],
  suspicious_rebuild: [422, 'So much goes and comes that the scene would be another: say so with intent.rebuild.'],
  bundle_unreadable: [422, 'This is no bundle that can be taken in: `reason` says why.'],
  unknown_entity_id: [422, 'The scene has no entity with this id.'],
  unknown_material_id: [422, 'The scene has no material with this id.'],
  unknown_behavior_id: [422, 'The scene has no behaviour with this id.'],
  unknown_recipe_id: [422, 'This material is not on the whitelist: `known` lists what is.'],
  unknown_uniform: [422, 'This material has no such setting: `known` lists those it has.'],
  uniform_out_of_range: [422, 'The setting goes from `min` to `max`.'],
  uniform_not_numeric: [422, 'A setting of a material is a number.'],
  uniform_rate_limited: [422, 'A setting may not change more often than `cap` times a second.'],
  invalid_trigger: [
    422,
    'A trigger needs an action: click, key with payload.key, signal with payload.name, or a word.',
  ],
  unknown_trigger_target: [422, 'The scene has no entity and no behaviour with this id.'],
  unsupported_op: [422, 'There is no such operation: `known` lists those there are.'],
  exports_busy: [429, 'So many exports are waiting that one more is refused: try again when one is done.'],
  internal_error: [500, 'Something went wrong inside the host; its log has the details under this id.'],
  provider_failed: [502, 'The provider failed.'],
  provider_script_invalid: [502, 'The provider gave no script that compiles, repairs included.'],
  provider_unavailable: [503, 'The provider is not ready.'],
  runtime_unavailable: [503, 'The store of scenes and runs is not ready.'],
  tts_engine_unavailable: [503, 'No real voice can speak, and stand-ins are forbidden by VOICE_REQUIRE_REAL_ENGINES.'],
  stt_engine_unavailable: [
    503,
    'No real engine can listen, and stand-ins are forbidden by VOICE_REQUIRE_REAL_ENGINES.',
  ],
  stopping: [503, 'The host is stopping.'],
  turn_timeout: [504, 'The turn took longer than OPENCOMMOTION_TURN_TIMEOUT_S allows; nothing was saved.'],
  provider_timeout: [504, 'The provider took too long.'],
  storage_unusable: [507, 'The data folder could not be written to: `reason` says why.'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof ERRORS;

/** An answer that is not the one asked for. `details` are added to the body beside `error` and `message`. */
export class HostError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(ERRORS[code][1], options);
    this.name = 'HostError';
    this.code = code;
    this.status = ERRORS[code][0];
    this.details = details;
  }
}

export interface ErrorBody {
  readonly detail: { readonly error: string; readonly message: string; readonly [key: string]: unknown };
}

export const errorBody = (error: HostError): ErrorBody => ({
  detail: { message: error.message, ...error.details, error: error.code },
});
