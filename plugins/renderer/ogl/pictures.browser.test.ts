import { launchChromium } from '../../../scripts/chromium.ts';
import { describePictures } from '../../kit/fixtures/describe-pictures.ts';

describePictures('ogl', '2d', new URL('./index.ts', import.meta.url), launchChromium);
