/** The studio's page: names the elements, puts the studio together, opens the first scene. */
import { OcApp } from './elements/oc-app.ts';
import { OcStage } from './elements/oc-stage.ts';
import { Studio } from './studio.ts';

const define = (elements: Readonly<Record<string, CustomElementConstructor>>): void => {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
};

define({ 'oc-stage': OcStage, 'oc-app': OcApp });

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
