import { describe } from 'vitest';
import { launchChromium } from '../../../scripts/chromium.ts';
import { describeConformance } from '../../kit/describe-conformance.ts';
import { rendererConformance } from '../../kit/renderer.ts';

describe('renderer/ogl', () => {
  describeConformance(rendererConformance(new URL('./manifest.json', import.meta.url), launchChromium));
});
