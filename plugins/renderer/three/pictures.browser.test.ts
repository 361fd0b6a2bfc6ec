import { launchChromium } from '../../../scripts/chromium.ts';
import { describePictures } from '../../kit/fixtures/describe-pictures.ts';

describePictures('three', '3d', new URL('./index.ts', import.meta.url), launchChromium);
