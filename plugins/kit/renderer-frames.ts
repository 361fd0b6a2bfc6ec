import { compile, createSampler, type Frame, type Mode } from '../../dsl/index.ts';
import { ensure } from './check.ts';

/** A scene with a bit of everything that every renderer must be able to draw. */
const SCRIPT = `scene "Renderer kit" {
  stage 1280 x 720   seed 7
  environment night-meadow
  actor cow is cow at (330, 520)
  actor moon is moon at (900, 180) scale 1.2
  actor card is thing at (1060, 480) labelled "a card"
  text title "Kit" at (640, 90) size 56
  draw ring circle at (160, 160) radius 50 fill gold stroke white stroke-width 4
  chart growth is curve at (1060, 250) width 300 height 200 { series "Users" color #38bdf8 points (2020, 5) (2021, 9) (2022, 14) }
  group pair at (200, 300) {
    draw post rect at (160, 300) width 20 height 90 fill #6b4a2f
    draw sign polygon through (120, 240) (200, 240) (160, 200) fill tomato
  }
  say line "The cow jumps over the moon" at 0.2s
  lyrics line { ball bouncing  highlight #fde68a }
  at 0.4s { move cow through (480, 240) (900, 90) (1100, 520) over 2s ease in-out-cubic }
  at 0.5s { emit sparkles from moon for 1.2s count 30 }
  at 0.3s { turn pair by 20deg over 1s   reveal growth over 1s }
  at 1.6s { transition wipe over 0.8s color #102040 }
  at 0.6s { camera push-in moon over 1s }
}
`;

/** Frame `index` of the kit's scene, ten to a second. */
export function kitFrames(mode: Mode): (index: number) => Frame {
  const { value, diagnostics } = compile(SCRIPT, { mode, alignment: null });
  const [error] = diagnostics.filter((one) => one.severity === 'error');
  ensure(error === undefined, `the scene of the kit does not compile: ${error?.message}`);
  const sampler = createSampler(value);
  return (index) => sampler.frameAt(index * 100);
}

/** The same frame with an actor of a kind that nobody has heard of. */
export function withUnknownKind(frame: Frame): Frame {
  return {
    ...frame,
    entities: frame.entities.map((entity) =>
      entity.role === 'actor' && entity.id === 'card' ? { ...entity, kind: 'no-such-kind', colors: {} } : entity,
    ),
  };
}
