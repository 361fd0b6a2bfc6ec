import { isIP } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { V2_LIMITS, type V2Limits } from '../dsl/index.ts';
import { Secret } from './secret.ts';

/** What a variable may hold; each message is the cure. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port from 0 to 65535, like 8000')
  .transform(Number)
  .refine((value) => value <= 65_535, 'a port from 0 to 65535, like 8000');
const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', ''], { error: 'true or false' })
  .transform((value) => ['true', '1', 'yes'].includes(value));
const seconds = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'a number of seconds, like 30')
  .transform((value) => Number(value) * 1000)
  .refine((value) => value >= 100 && value <= 3_600_000, 'between 0.1 and 3600 seconds');
/** A cap, with the contract's default. */
const cap = (standard: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= 1, 'at least 1')
    .default(standard);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'the id of a plugin: lower-case letters, digits and dashes');
/** `auto`, or voices in the order in which they are asked: `piper,espeak`. */
const engines = z
  .string()
  .transform((value) => value.replaceAll(/\s+/g, ''))
  .refine(
    (value) => /^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$/.test(value),
    'auto, or ids of voices with commas between them',
  );
const list = z.string().transform((value) =>
  value
    .split(/[,\s]+/)
    .map((item) => item.trim())
    .filter(Boolean),
);
const cidrs = list.refine((items) => items.every(isCidr), 'addresses or CIDR ranges, like 127.0.0.0/8,::1');

function isCidr(item: string): boolean {
  const [address = '', prefix, ...rest] = item.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

const environmentSchema = z.object({
  GATEWAY_HOST: z.string().min(1, 'an address to listen on, like 127.0.0.1').default('127.0.0.1'),
  GATEWAY_PORT: port.default(8000),
  ORCHESTRATOR_PORT: z.union([z.literal('').transform(() => null), port]).default(null),
  OPENCOMMOTION_DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  OPENCOMMOTION_PLUGINS_PATH: z.string().default(''),
  OPENCOMMOTION_AUTH_MODE: z
    .enum(['api-key', 'network-trust'], { error: 'api-key or network-trust' })
    .default('network-trust'),
  OPENCOMMOTION_API_KEYS: list.default([]),
  OPENCOMMOTION_ALLOWED_IPS: cidrs.default(['127.0.0.0/8', '::1/128']),
  OPENCOMMOTION_ALLOWED_HOSTS: list.default([]),
  OPENCOMMOTION_ALLOWED_ORIGINS: list.default([]),
  OPENCOMMOTION_LLM_PROVIDER: name.default('heuristic'),
  OPENCOMMOTION_LLM_ALLOW_FALLBACK: flag.default(false),
  OPENCOMMOTION_LLM_TIMEOUT_S: seconds.default(180_000),
  OPENCOMMOTION_LLM_MAX_REPAIRS: z
    .string()
    .regex(/^[0-9]$/, 'a number of repairs from 0 to 9')
    .transform(Number)
    .default(2),
  OPENCOMMOTION_EMBEDDINGS_PROVIDER: z.union([z.literal('').transform(() => null), name]).default(null),
  OPENCOMMOTION_TURN_TIMEOUT_S: seconds.default(300_000),
  OPENCOMMOTION_RUNTIME: name.default('sqlite'),
  OPENCOMMOTION_TTS_ENGINE: engines.default('auto'),
  OPENCOMMOTION_STT_ENGINE: engines.default('auto'),
  OPENCOMMOTION_VOICE_REQUIRE_REAL_ENGINES: flag.default(false),
  OPENCOMMOTION_V2_MAX_ENTITIES_2D: cap(V2_LIMITS.max_entities_2d),
  OPENCOMMOTION_V2_MAX_ENTITIES_3D: cap(V2_LIMITS.max_entities_3d),
  OPENCOMMOTION_V2_MAX_PATCH_OPS_PER_TURN: cap(V2_LIMITS.max_patch_ops_per_turn),
  OPENCOMMOTION_V2_MAX_MATERIALS: cap(V2_LIMITS.max_materials),
  OPENCOMMOTION_V2_MAX_BEHAVIORS: cap(V2_LIMITS.max_behaviors),
  OPENCOMMOTION_V2_MAX_TEXTURE_DIMENSION: cap(V2_LIMITS.max_texture_dimension),
  OPENCOMMOTION_V2_MAX_TEXTURE_MEMORY_MB: cap(V2_LIMITS.max_texture_memory_mb),
  OPENCOMMOTION_V2_MAX_UNIFORM_UPDATE_HZ: cap(V2_LIMITS.max_uniform_update_hz),
  OPENCOMMOTION_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'silent, error, warn, info or debug' })
    .default('warn'),
});

/** Everything that can be set, in one place. Durations are milliseconds, paths absolute. */
export interface Config {
  readonly listen: { readonly host: string; readonly port: number };
  /** Where health, metrics and providers are answered, too; null: nowhere else. */
  readonly orchestratorPort: number | null;
  readonly projectDir: string;
  readonly dataDir: string;
  readonly pluginPaths: readonly string[];
  /** Also looked through for plugins: the built-in ones and the npm packages of the project. */
  readonly builtinPlugins: string;
  readonly npmPlugins: string | null;
  readonly scenariosDir: string;
  readonly studioDir: string;
  readonly auth: {
    readonly mode: 'api-key' | 'network-trust';
    readonly keys: readonly Secret[];
    readonly allowedIps: readonly string[];
    readonly allowedHosts: readonly string[];
    readonly allowedOrigins: readonly string[];
  };
  readonly provider: {
    readonly id: string;
    readonly allowFallback: boolean;
    readonly timeoutMs: number;
    /** How often a script that does not compile goes back to its provider. */
    readonly maxRepairs: number;
  };
  /** The provider whose model tells what artifacts are about, beside the built-in way; null for that alone. */
  readonly embeddingsProvider: string | null;
  /** How long a whole turn may take, repairs and voices included. */
  readonly turnTimeoutMs: number;
  readonly runtime: { readonly id: string };
  /** `tts` and `stt`: `auto`, or ids of voice plugins with commas between them, the best first. */
  readonly voice: { readonly tts: string; readonly stt: string; readonly requireReal: boolean };
  /** Caps on scenes and on what one turn may do to them. */
  readonly limits: V2Limits;
  /** Settings of plugins by name (`voice/espeak`), over those of data/settings.json. */
  readonly pluginOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Time-outs of plugin calls by method, over the guard's own. */
  readonly timeouts: Readonly<Record<string, number>>;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** What plugins may read of, by the names in their manifests. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The configuration is at fault; `problems` has one line for each bad variable, with its cure. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the whole environment once. `projectDir` is where `plugins/`, `scenarios/` and `dist/` lie. Throws `ConfigError`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, projectDir: string): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const secret = new Set(['OPENCOMMOTION_API_KEYS']);
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const variable = String(path[0]);
        const value = secret.has(variable) ? '[secret]' : JSON.stringify(environment[variable]);
        return `${variable} is ${value}: it must be ${message}.`;
      }),
    );
  }
  const env = parsed.data;
  if (env.OPENCOMMOTION_AUTH_MODE === 'api-key' && env.OPENCOMMOTION_API_KEYS.length === 0)
    throw new ConfigError([
      'OPENCOMMOTION_API_KEYS is empty: with OPENCOMMOTION_AUTH_MODE=api-key it must list at least one key.',
    ]);
  return {
    listen: { host: env.GATEWAY_HOST, port: env.GATEWAY_PORT },
    orchestratorPort: env.ORCHESTRATOR_PORT,
    projectDir,
    dataDir: resolve(projectDir, env.OPENCOMMOTION_DATA_DIR),
    pluginPaths: env.OPENCOMMOTION_PLUGINS_PATH.split(delimiter)
      .filter(Boolean)
      .map((path) => resolve(path)),
    builtinPlugins: resolve(projectDir, 'plugins'),
    npmPlugins: projectDir,
    scenariosDir: resolve(projectDir, 'scenarios'),
    studioDir: resolve(projectDir, 'dist/studio'),
    auth: {
      mode: env.OPENCOMMOTION_AUTH_MODE,
      keys: env.OPENCOMMOTION_API_KEYS.map((key) => new Secret(key)),
      allowedIps: env.OPENCOMMOTION_ALLOWED_IPS,
      allowedHosts: env.OPENCOMMOTION_ALLOWED_HOSTS,
      allowedOrigins: env.OPENCOMMOTION_ALLOWED_ORIGINS,
    },
    provider: {
      id: env.OPENCOMMOTION_LLM_PROVIDER,
      allowFallback: env.OPENCOMMOTION_LLM_ALLOW_FALLBACK,
      timeoutMs: env.OPENCOMMOTION_LLM_TIMEOUT_S,
      maxRepairs: env.OPENCOMMOTION_LLM_MAX_REPAIRS,
    },
    embeddingsProvider: env.OPENCOMMOTION_EMBEDDINGS_PROVIDER,
    turnTimeoutMs: env.OPENCOMMOTION_TURN_TIMEOUT_S,
    runtime: { id: env.OPENCOMMOTION_RUNTIME },
    voice: {
      tts: env.OPENCOMMOTION_TTS_ENGINE,
      stt: env.OPENCOMMOTION_STT_ENGINE,
      requireReal: env.OPENCOMMOTION_VOICE_REQUIRE_REAL_ENGINES,
    },
    limits: {
      max_entities_2d: env.OPENCOMMOTION_V2_MAX_ENTITIES_2D,
      max_entities_3d: env.OPENCOMMOTION_V2_MAX_ENTITIES_3D,
      max_patch_ops_per_turn: env.OPENCOMMOTION_V2_MAX_PATCH_OPS_PER_TURN,
      max_materials: env.OPENCOMMOTION_V2_MAX_MATERIALS,
      max_behaviors: env.OPENCOMMOTION_V2_MAX_BEHAVIORS,
      max_texture_dimension: env.OPENCOMMOTION_V2_MAX_TEXTURE_DIMENSION,
      max_texture_memory_mb: env.OPENCOMMOTION_V2_MAX_TEXTURE_MEMORY_MB,
      max_uniform_update_hz: env.OPENCOMMOTION_V2_MAX_UNIFORM_UPDATE_HZ,
    },
    pluginOptions: {},
    timeouts: {},
    logLevel: env.OPENCOMMOTION_LOG_LEVEL,
    environment,
  };
}
