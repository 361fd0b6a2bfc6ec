import type { Timeline } from '../../../dsl/index.ts';
import { readConfig } from '../../config.ts';
import { TOKENS, wire } from '../../container.ts';
import type { SpokenFile } from '../../exports/make-film.ts';
import { spokenFiles } from '../../exports/spoken-files.ts';
import { openSettings } from '../../plugins/settings-store.ts';
import { surveyPlugins } from '../../plugins/survey-plugins.ts';
import { type Narration, narrate } from '../../turns/narration.ts';
import { ROOT } from '../root.ts';

/** The voice that the host would speak with, without a host. */
export interface Narrator {
  speak(timeline: Timeline): Promise<Narration>;
  files(narration: Narration, timeline: Timeline): Promise<SpokenFile[]>;
  close(): Promise<void>;
}

export async function openNarrator(): Promise<Narrator> {
  const config = { ...readConfig(process.env, ROOT), logLevel: 'silent' as const };
  const { settings } = await openSettings(config.dataDir);
  const found = await surveyPlugins(config, (name) => ({ ...settings.plugins[name], ...config.pluginOptions[name] }));
  const house = wire(config, found, Date.now);
  const [desk, audio] = [house.resolve(TOKENS.desk), house.resolve(TOKENS.audio)];
  return {
    speak: (timeline) => narrate(desk, timeline.lines),
    files: (narration, timeline) => spokenFiles(narration, timeline, audio),
    close: async () => {
      await house.resolve(TOKENS.plugins).stop();
    },
  };
}
