import type { Actor, Command } from '../../shared/session/commands.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { Refusal } from '../../shared/session/refusals.ts';

/** What became of a command. `version` is on disk; `events` are what it added, none when it was so already. */
export type Answer =
  | {
      readonly ok: true;
      readonly epoch: number;
      readonly version: number;
      readonly events: readonly SessionEvent[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** A command waiting for its turn, and who waits for its answer. */
export type Entry = {
  readonly actor: Actor;
  readonly command: Command;
  readonly answer: (answer: Answer) => void;
};

/**
 * Whether a command waits for a disk that does not write. What students send, and the room itself, waits in its
 * order; whoever pressed a button, or stands at the door, is told at once.
 */
export function waitsForTheDisk(entry: Entry): boolean {
  switch (entry.actor.role) {
    case 'student':
    case 'room':
      return true;
    case 'teacher':
    case 'newcomer':
    case 'screen':
      return false;
  }
}
