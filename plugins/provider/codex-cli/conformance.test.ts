import { rm } from 'node:fs/promises';
import { afterAll, describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { installStandIn } from './fixtures/install-stand-in.ts';
import codexCli from './index.ts';

describe('provider/codex-cli, with a stand-in for Codex', async () => {
  const { bin, folder } = await installStandIn('answer');
  afterAll(() => rm(folder, { recursive: true, force: true }));
  describeConformance(providerConformance(codexCli, new URL('./manifest.json', import.meta.url), { bin }));
});
