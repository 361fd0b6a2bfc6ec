import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { providerConformance } from '../../kit/provider.ts';
import { describeAgentFaults } from '../../language-model/proof/agent-faults.ts';
import plugin from './index.ts';

const program = fileURLToPath(new URL('./fixtures/stand-in.mjs', import.meta.url));

describe('provider/openclaw-cli, with a stand-in for its program', () => {
  describeConformance(providerConformance(plugin, new URL('./manifest.json', import.meta.url), { bin: program }));
  describeAgentFaults({
    plugin,
    program,
    binVariable: 'OPENCOMMOTION_OPENCLAW_BIN',
    failures: {
      prose: 'answer-no-script',
      empty: 'answer-empty',
      exits: 'program-failed',
      garbage: 'answer-garbled',
      half: 'answer-garbled',
      cut: 'answer-garbled',
      fails: 'openclaw-failed',
      endless: 'answer-too-long',
      stuck: 'engine-timeout',
    },
  });
});
