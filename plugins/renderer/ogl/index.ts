import type { RendererPlugin } from '../../contract/index.ts';
import { createForms } from './actors/forms.ts';
import { loadFonts } from './layers/fonts.ts';
import { createSceneries } from './scenery/sceneries.ts';
import { StageRenderer } from './stage-renderer.ts';

const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '2d',
  create: async (canvas, options) => {
    const forms = createForms();
    const sceneries = createSceneries();
    const { needs } = options;
    const asked = (group: string) => (name: string) => !needs || needs.includes(`${group}:${name}`);
    await Promise.all([loadFonts(), forms.load(asked('actor')), sceneries.load(asked('environment'))]);
    return new StageRenderer(canvas, options, { forms, sceneries });
  },
};

export default plugin;
