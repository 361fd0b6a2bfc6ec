import type { Command } from './shortcuts.ts';
import type { Studio } from './studio.ts';
import { RATES } from './transport.ts';

/** What only the page can do. */
export interface PageCommands {
  readonly fullScreen: () => void;
  readonly toggleStats: () => void;
}

/** Does what a key asks for. */
export function runCommand(studio: Studio, command: Command, page: PageCommands): void {
  const { player, scene } = studio;
  const end = player.timeline.value?.duration_ms ?? 0;
  switch (command.kind) {
    case 'toggle':
      studio.toggle();
      break;
    case 'forward':
      if (player.playing.value) player.setRate(RATES.find((rate) => rate > player.rate.value) ?? 2);
      else void studio.play();
      break;
    case 'backward':
      player.setRate(1);
      player.seekBy(-1000);
      break;
    case 'mark-in':
      player.mark('in', player.position.value);
      break;
    case 'mark-out':
      player.mark('out', player.position.value);
      break;
    case 'toggle-loop':
      player.setLooping(!player.looping.value);
      break;
    case 'toggle-mute':
      studio.setMuted(!studio.muted.value);
      break;
    case 'toggle-mode':
      void scene.setMode(scene.mode.value === '2d' ? '3d' : '2d');
      break;
    case 'full-screen':
      page.fullScreen();
      break;
    case 'toggle-stats':
      page.toggleStats();
      break;
    case 'start':
      player.seek(0);
      break;
    case 'end':
      player.seek(end);
      break;
    case 'step':
      player.seekBy(command.by_ms);
      break;
  }
}
