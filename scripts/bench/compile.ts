/**
 * A script read and checked, and compiled to its timeline, against `yaml` parsing the same statements written as YAML,
 * line for line, and against Langium building the same script in an equivalent grammar. YAML only parses: it knows no
 * names, kinds, units or moments. Langium parses, links names and validates; it plans no timeline.
 */
import { analyse, compile } from '../../dsl/index.ts';
import { bigScript } from './big-script.ts';
import { forLangium, LANGIUM, langiumScene } from './langium-scene.ts';
import { compare, growth } from './measure.ts';
import { peer } from './peers.ts';

const YAML = '2.9.1';
const SIZES = [1000, 3000, 10_000] as const;

interface YamlModule {
  parse(text: string): unknown;
}

const { parse } = (await peer('yaml', YAML)) as YamlModule;
const langium = await langiumScene(forLangium(bigScript(1000).scene));
const byDefault = { mode: '2d' } as const;

for (const lines of SIZES) {
  const { scene, yaml } = bigScript(lines);
  const errors = analyse(scene).diagnostics.filter(({ severity }) => severity === 'error');
  if (errors[0]) throw new Error(`The bench script is broken: ${errors[0].message} (line ${errors[0].span.line})`);
  const theirs = forLangium(scene);
  const model = { label: 'analyse', run: () => analyse(scene), count: lines };
  const timeline = { label: 'compile', run: () => compile(scene, byDefault), count: lines };
  const parsed = { label: `yaml ${YAML} parse`, run: () => parse(yaml), count: lines };
  const built = { label: `langium ${LANGIUM} build`, run: () => langium.build(theirs), count: lines };
  const unit = 'lines';
  await compare({ unit, name: `${lines} lines, text to model against yaml`, ours: model, peer: parsed });
  await compare({ unit, name: `${lines} lines, text to timeline against yaml`, ours: timeline, peer: parsed });
  await compare({ unit, name: `${lines} lines, text to timeline against Langium`, ours: timeline, peer: built });
}

await growth(
  'text to timeline',
  SIZES.map((size) => {
    const { scene } = bigScript(size);
    return { size, run: () => compile(scene, byDefault) };
  }),
);
