import { ACTOR_KINDS, compile, createSampler, type Mode, type Sampler, type Timeline } from '../../dsl/index.ts';

const STAGE = { width: 400, height: 300 };
/** Share of the stage that an actor may fill. */
const FILLED = 0.74;
const FLOOR = 0.86;

export interface ActorScene {
  readonly timeline: Timeline;
  readonly sampler: Sampler;
}

export interface Portrayed {
  readonly kind: string;
  readonly mode: Mode;
  readonly environment: string;
  readonly animation: string;
}

/** One actor, as large as fits: what stands on the ground stands low, all else hangs in the middle. */
export function actorScene({ kind, mode, environment, animation }: Portrayed): ActorScene {
  const { width, height, habitat } = ACTOR_KINDS[kind] ?? { width: 1, height: 1, habitat: 'any' };
  const scale = Math.min((STAGE.width * FILLED) / width, (STAGE.height * FILLED) / height);
  const y = habitat === 'ground' ? STAGE.height * FLOOR - (height * scale) / 2 : STAGE.height / 2;
  const script = `scene "${kind}" {
  stage ${STAGE.width} x ${STAGE.height}
  environment ${environment}
  length 60s
  actor shown is ${kind} at (${STAGE.width / 2}, ${y.toFixed(1)}) scale ${scale.toFixed(3)} animation ${animation}
}
`;
  const { value: timeline } = compile(script, { mode });
  return { timeline, sampler: createSampler(timeline) };
}
