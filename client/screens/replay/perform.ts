import type { Leafing } from '../../replay/leafing.ts';
import type { Player } from '../../state/player.svelte.ts';
import type { Asked } from './asked.ts';
import type { PlayerAction } from './shortcuts.ts';

/** Does what a key or a button asks of the player; what it opens over the player is returned. */
export function perform(action: PlayerAction, player: Player, leaf: Leafing): Asked | null {
  switch (action.kind) {
    case 'toggle':
      player.toggle();
      return null;
    case 'step':
    case 'round':
    case 'stage':
      player.pause();
      player.seek(leaf(action.kind, action.way, player.version));
      return null;
    case 'start':
      player.seek(1);
      return null;
    case 'end':
      player.seek(player.last);
      return null;
    case 'speed':
      player.setSpeed(action.speed);
      return null;
    case 'bookmark':
    case 'help':
      return action.kind;
  }
}
