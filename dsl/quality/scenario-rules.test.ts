import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../check/model.ts';
import { compile } from '../compile.ts';
import type { Timeline } from '../plan/timeline.ts';
import type { Frame, FrameDrawing, FrameEnvironment } from '../sample/frame.ts';
import { evaluateQuality, judge } from './evaluate-quality.ts';
import { type Footage, filmOf } from './footage.ts';
import { recogniseScenario } from './recognise-scenario.ts';
import type { Scenario } from './report.ts';

const FILES = { B: 'b-day-night', C: 'c-market-growth', D: 'd-fish-bowl' } as const;
const scripts = Object.fromEntries(
  Object.entries(FILES).map(([scenario, file]) => [
    scenario,
    readFileSync(new URL(`../../scenarios/${file}.scene`, import.meta.url), 'utf8'),
  ]),
);

const MODES: readonly Mode[] = ['2d', '3d'];

type Edit = readonly [found: string | RegExp, instead: string];

function film(scenario: keyof typeof FILES, mode: Mode, ...edits: readonly Edit[]): Timeline {
  let text = scripts[scenario] ?? '';
  for (const [found, instead] of edits) {
    const changed = text.replace(found, instead);
    if (changed === text) throw new Error(`${found} is not in the script`);
    text = changed;
  }
  const { value, diagnostics } = compile(text, { mode });
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(error.message);
  return value;
}

/** The timeline with the patches at one path changed. */
const patched = (timeline: Timeline, path: RegExp, change: (value: never) => unknown): Timeline => ({
  ...timeline,
  patches: timeline.patches.map((patch) =>
    path.test(patch.path) && patch.op !== 'remove' ? { ...patch, value: change(patch.value as never) } : patch,
  ),
});

/** Footage of which every frame was worked over afterwards, as no script would have it. */
function retouched(footage: Footage, change: (frame: Frame) => Frame): Footage {
  const frames = footage.frames.map(change);
  return {
    ...footage,
    frames,
    slow: frames.filter((_, at) => at % 2 === 0),
    frameAt: (ms) => change(footage.frameAt(ms)),
  };
}

/** The same with the drawing of one chart worked over. */
const redrawn = (
  footage: Footage,
  chart: string,
  change: (drawing: FrameDrawing, at_ms: number) => FrameDrawing,
): Footage =>
  retouched(footage, (frame) => ({
    ...frame,
    entities: frame.entities.map((entity) =>
      entity.role === 'chart' && entity.id === chart ? change(entity, frame.at_ms) : entity,
    ),
  }));

const failing = (footage: Footage, scenario: Scenario): readonly string[] =>
  judge(footage, scenario).failures.map(({ rule }) => rule);

const broken = (timeline: Timeline, scenario: Scenario): readonly string[] =>
  evaluateQuality(timeline, scenario).failures.map(({ rule }) => rule);

describe.each(Object.keys(FILES) as (keyof typeof FILES)[])('scenario %s', (scenario) => {
  it.each(MODES)('Q10 is recognised and keeps every rule, in %s', (mode) => {
    const timeline = film(scenario, mode);
    expect(recogniseScenario(timeline)).toBe(scenario);
    const report = evaluateQuality(timeline, scenario);
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ ok: true, scenario, mode });
  });
});

describe('Q11 the rules of scenario B', () => {
  const cases: readonly (readonly [string, Mode, readonly Edit[]])[] = [
    ['B.luminance-steps', '2d', [['night-valley over 6s ease linear', 'night-valley over 200ms ease linear']]],
    [
      'B.sun-before-moon',
      '2d',
      [
        ['scale 0.8 opacity 0', 'scale 0.8'],
        ['at (980, 800, -400)', 'at (980, 300, -400)'],
      ],
    ],
    ['B.shadows', '2d', [['(250, 470, -400) (170, 640, -400)', '(1000, 420, -400) (1100, 640, -400)']]],
  ];
  it.each(cases)('%s fails, and only it', (rule, mode, edits) => {
    expect(broken(film('B', mode, ...edits), 'B')).toEqual([rule]);
  });
  const noon = filmOf(film('B', '3d'));
  const bright = noon.slow[0]?.environment.sky_luminance ?? 1;
  const skies: readonly (readonly [
    string,
    (environment: FrameEnvironment, frame: Frame) => Partial<FrameEnvironment>,
  ])[] = [
    ['B.day-to-night', ({ sky_luminance }) => ({ sky_luminance: Math.max(sky_luminance, bright * 0.3) })],
    [
      'B.luminance-monotone',
      ({ sky_luminance }, { at_ms }) => ({ sky_luminance: sky_luminance + (at_ms === 200 ? bright * 0.001 : 0) }),
    ],
    ['B.stars-after-dusk', () => ({ stars: 0 })],
    ['B.light-moves', () => ({ key_direction: { x: 0, y: -1, z: 0 } })],
    ['B.warmth', (_, { at_ms }) => ({ key_color: at_ms < 1000 ? '#fff4e0' : '#e0e8ff' })],
  ];
  it.each(skies)('%s fails, and only it, where the sky is another', (rule, sky) => {
    const another = retouched(noon, (frame) => ({
      ...frame,
      environment: { ...frame.environment, ...sky(frame.environment, frame) },
    }));
    expect(failing(another, 'B')).toEqual([rule]);
  });
});

describe('Q12 the rules of scenario C', () => {
  it.each<readonly [string, Mode, readonly Edit[]]>([
    ['C.growth', '2d', [['(2022, 30)', '(2022, 19)']]],
    ['C.explained', '2d', [[/title "Shared bikes: rides a year" /, '']]],
    ['C.narration', '2d', [['3.8s before growth.58 {', 'after growth {']]],
    ['C.label-contrast', '2d', [['title "Shared bikes', 'color #303442 title "Shared bikes']]],
    ['C.label-inside', '2d', [['area at (640, 340)', 'area at (420, 340)']]],
  ])('%s fails, and only it', (rule, mode, edits) => {
    const failures = broken(film('C', mode, ...edits), 'C').filter((each) => each !== 'C.narration' || rule === each);
    expect(failures).toEqual([rule]);
  });
  it('C.progress fails, and only it, where a chart shrinks for a moment', () => {
    const shrunk = redrawn(filmOf(film('C', '2d')), 'market', (chart, at_ms) =>
      Math.round(at_ms) === 18_000 ? { ...chart, progress: chart.progress - 0.1 } : chart,
    );
    expect(failing(shrunk, 'C')).toEqual(['C.progress']);
  });
  it('C.label-size fails, and only it, where one label is small', () => {
    const small = redrawn(filmOf(film('C', '2d')), 'attach', (chart) => ({
      ...chart,
      marks: chart.marks.map((mark) =>
        mark.kind === 'label' && mark.text === 'Students' ? { ...mark, size: 6 } : mark,
      ),
    }));
    expect(failing(small, 'C')).toEqual(['C.label-size']);
  });
  it('C.label-overlap fails, and only it, where two charts lie over each other', () => {
    const both = film('C', '2d', ['fade market out over 0.7s', 'fade market out over 9s']);
    expect(broken(both, 'C')).toEqual(['C.label-overlap']);
  });
  it('C.x-increasing fails, and only it, where a timeline from elsewhere has a year twice', () => {
    const timeline = patched(
      film('C', '2d'),
      /^\/charts\/market$/,
      (state: { series: { points: { x: number }[] }[] }) => ({
        ...state,
        series: state.series.map(({ points, ...rest }) => ({
          ...rest,
          points: points.map((point, at) => (at === 1 ? { ...point, x: points[0]?.x } : point)),
        })),
      }),
    );
    expect(failing({ ...filmOf(film('C', '2d')), timeline }, 'C')).toEqual(['C.x-increasing']);
  });
  it('C.shares fails, and only it, where the slices add up to 101 %', () => {
    const tooMuch = patched(film('C', '2d'), /^\/charts\/share$/, (state: { parts: { value: number }[] }) => ({
      ...state,
      parts: state.parts.map((part, at) => (at === 2 ? { ...part, value: part.value + 1 } : part)),
    }));
    expect(broken(tooMuch, 'C')).toEqual(['C.shares']);
  });
  it('C.camera-presents fails in 3D where the camera stays away from a chart', () => {
    expect(broken(film('C', '3d', [/ +camera push-in market[^\n]*\n/, '']), 'C')).toEqual(['C.camera-presents']);
  });
  it('C.depth fails in 3D where a chart has no body', () => {
    const lines = film('C', '3d', ['chart market is area', 'chart market is curve']);
    expect(broken(lines, 'C')).toEqual(['C.depth']);
  });
});

describe('Q13 the rules of scenario D', () => {
  it.each<readonly [string, Mode, readonly Edit[]]>([
    ['D.fish-in-water', '2d', [['(740, 420)', '(860, 420)']]],
    ['D.mood', '2d', [['evening-room over 9s', 'evening-room over 100ms']]],
    ['D.caustics', '2d', [[/ +emit caustics[^\n]*\n/, '']]],
    ['D.bubbles', '2d', [[' within bowl', '']]],
    ['D.camera-calm', '2d', [['camera push-in bowl by 1.12 over 16s', 'camera shake by 40 over 3s']]],
    ['D.materials', '2d', [['apply crystal to bowl', 'apply none to bowl']]],
    ['D.planes', '2d', [['at (640, 645, -20)', 'at (640, 645)']]],
  ])('%s fails, and no rule of another matter', (rule, mode, edits) => {
    const failures = broken(film('D', mode, ...edits), 'D').filter((each) => each !== 'D.needs' || rule === each);
    expect(failures).toEqual([rule]);
  });
  it('D.heading fails where the current carries the fish backwards, too little at a time to turn', () => {
    const drifting = film('D', '2d', [
      /repeat 3 \{(\n[^\n]*\n {2}\})/,
      'sequence {\n for i from 1 to 6 { move nemo to (560 - i * 11, 440) over 275ms ease linear }\n repeat 2 {$1\n }',
    ]);
    expect(broken(drifting, 'D')).toEqual(['D.heading']);
  });
  it('D.caustics fails where the light goes out at once', () => {
    const lit = film('D', '2d');
    const [emitted] = lit.patches.filter(({ value }) => (value as { kind?: string } | undefined)?.kind === 'caustics');
    if (!emitted) throw new Error('the scenario has no caustics');
    const out = { ...emitted, at_ms: 10_000, op: 'remove' as const, value: undefined };
    const cut = { ...lit, patches: [...lit.patches, out].sort((a, b) => a.at_ms - b.at_ms) };
    expect(broken(cut, 'D')).toEqual(['D.caustics']);
  });
  it('D.fins fails where the fish does not swim', () => {
    const stiff = patched(film('D', '2d'), /^\/actors\/nemo$/, (state: object) => ({
      ...state,
      animation: { name: 'none', start_ms: 0 },
    }));
    expect(broken(stiff, 'D')).toEqual(['D.fins']);
  });
  it('D.needs fails where the timeline does not say what it needs', () => {
    expect(broken({ ...film('D', '2d'), needs: [] }, 'D')).toEqual(['D.needs']);
  });
});

describe('Q14 any scene', () => {
  const general = (text: string) =>
    evaluateQuality(compile(text, { mode: '2d' }).value, null).failures.map(({ rule }) => rule);
  it('has nothing to complain about where all is well', () => {
    expect(
      general('scene "A" { actor sun is sun at (300, 300) move sun to (900, 300) over 3s text t "Hello" }'),
    ).toEqual([]);
  });
  it('scene.finite and scene.words-in-order fail where a timeline from elsewhere is out of order', () => {
    const { value } = compile(
      'scene "A" { actor sun is sun at (300, 300) move sun to (900, 300) over 3s say hi "Hello you there" }',
      { mode: '2d' },
    );
    const rules = (timeline: Timeline) => evaluateQuality(timeline, null).failures.map(({ rule }) => rule);
    expect(rules(value)).toEqual([]);
    const nowhere = patched(value, /^\/actors\/sun$/, (state: object) => ({ ...state, rotation: Number.NaN }));
    expect(rules(nowhere)).toEqual(['scene.finite']);
    const times = value.words.map(({ start_ms, end_ms }) => ({ start_ms, end_ms })).reverse();
    expect(rules({ ...value, words: value.words.map((word, at) => ({ ...word, ...times[at] })) })).toContain(
      'scene.words-in-order',
    );
  });
  it('does not call frozen what grows where it stands', () => {
    const chart = 'chart c is bars at (640, 360) progress 0 { bar "A" 40% bar "B" 60% }';
    expect(general(`scene "A" { ${chart} reveal c over 20s ease linear length 20s }`)).toEqual([]);
    expect(general(`scene "A" { ${chart} length 20s }`)).toEqual(['scene.moves']);
  });
  it.each([
    ['a kind', 'actor rex is dog'],
    ['a name', 'draw dog circle radius 40 fill red'],
    ['a label', 'actor it is thing labelled "my dog"'],
    ['what comes shortly after its line', 'actor rex is dog opacity 0 fade rex in over 1s at 1.5s'],
  ])('scene.coherence takes %s for what was named', (_what, statement) => {
    const body = `actor cow is cow move cow to (900, 400) over 2s say a "The cow trains the big dog by the window"`;
    expect(general(`scene "A" { environment day-city ${body} ${statement} }`)).toEqual([]);
  });
  it.each([
    [
      'scene.text-inside',
      'text t "Far too far to the right" at (1250, 300) actor sun is sun move sun to (9, 9) over 2s',
    ],
    ['scene.not-blank', 'length 3s'],
    ['scene.moves', 'actor sun is sun at (300, 300) length 20s'],
    ['scene.coherence', 'actor cow is cow move cow to (900, 400) over 2s say a "The cow meets two dogs"'],
    ['scene.coherence', 'actor dog is dog opacity 0 actor cow is cow move cow to (900, 400) over 2s say a "A dog"'],
  ])('%s fails, and only it', (rule, body) => {
    expect(general(`scene "A" { ${body} }`)).toEqual([rule]);
  });
});
