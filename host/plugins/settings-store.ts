import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';

const settingsSchema = z.object({
  /** Options of plugins by name: `{"voice/espeak": {"voice": "en-gb"}}`. */
  plugins: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** The settings file could not be used and lies aside under `movedTo`; the host goes on with none. */
export interface SettingsWarning {
  readonly message: string;
}

/** `data/settings.json`. A file that cannot be read is kept beside it, never overwritten. */
export async function openSettings(
  dataDir: string,
): Promise<{ readonly settings: Settings; readonly warning: SettingsWarning | null }> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'settings.json');
  const database = new Low<unknown>(new JSONFile<unknown>(file), {});
  try {
    await database.read();
    return { settings: settingsSchema.parse(database.data), warning: null };
  } catch (error) {
    const aside = `${file}.unreadable`;
    await rename(file, aside);
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return {
      settings: settingsSchema.parse({}),
      warning: { message: `${file} could not be used and was moved to ${aside}: ${reason}` },
    };
  }
}
