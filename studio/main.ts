/** The studio's page: names the elements, puts the studio together, opens the first scene. */
import { OcApp } from './elements/oc-app.ts';
import { OcCaptions } from './elements/oc-captions.ts';
import { OcEditor } from './elements/oc-editor.ts';
import { OcPrompt } from './elements/oc-prompt.ts';
import { OcScrubber } from './elements/oc-scrubber.ts';
import { OcStage } from './elements/oc-stage.ts';
import { OcTransport } from './elements/oc-transport.ts';
import { Studio } from './studio.ts';

const define = (elements: Readonly<Record<string, CustomElementConstructor>>): void => {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
};

define({
  'oc-captions': OcCaptions,
  'oc-editor': OcEditor,
  'oc-prompt': OcPrompt,
  'oc-scrubber': OcScrubber,
  'oc-stage': OcStage,
  'oc-transport': OcTransport,
  'oc-app': OcApp,
});

const stageBox = document.createElement('div');
stageBox.className = 'canvas-box';

const app = new OcApp();
app.studio = new Studio(new URL('./', document.baseURI), stageBox);
app.stageBox = stageBox;
document.body.append(app);

new ResizeObserver(([entry]) => {
  if (entry === undefined) return;
  const { width, height } = entry.contentRect;
  app.studio.stage.resize(width, height);
}).observe(stageBox);

await app.studio.openFirstScene();
const { latecomers } = await import('./elements/latecomers.ts');
define(latecomers);
await app.studio.connectAll();
