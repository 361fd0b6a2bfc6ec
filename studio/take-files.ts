import type { Notices } from './notices.ts';
import type { SceneFiles } from './stage/scene-files.ts';

/** What a script would say to show a file of this name. */
const statementFor = (name: string): string => `${/\.gl(?:b|tf)$/i.test(name) ? 'model' : 'image'} … from "${name}"`;

/**
 * Takes images and models that are dropped anywhere on the page, before the editor would read them as text.
 * `changed` is called when there are new ones.
 */
export function takeFiles(page: Window, files: SceneFiles, notices: Notices, changed: () => void): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), { capture: true });
  page.addEventListener(
    'drop',
    (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      void keepAll([...(event.dataTransfer?.files ?? [])], files, notices).then((kept) => kept && changed());
    },
    { capture: true },
  );
}

/** True if there was one that can be used. */
async function keepAll(dropped: readonly File[], files: SceneFiles, notices: Notices): Promise<boolean> {
  const kept: string[] = [];
  for (const file of dropped) {
    const why = await files.keep(file);
    if (why === null) kept.push(file.name);
    else notices.tell('warning', why);
  }
  const [first] = kept;
  if (first === undefined) return false;
  const names = kept.map((name) => `“${name}”`).join(', ');
  notices.tell('info', `${names}: at hand until this page is closed.`, `Show it with: ${statementFor(first)}`);
  return true;
}
