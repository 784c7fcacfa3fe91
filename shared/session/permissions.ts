import type { CommandKind, Role } from './commands.ts';

/** Who may ask for what: every command, one row. Whoever is not named is refused with `not-allowed`. */
export const PERMISSIONS: Readonly<Record<CommandKind, readonly Role[]>> = {
  nudge: ['student'],
  'guess-arrow': ['student'],
  vote: ['student'],
  stop: ['student'],
  bet: ['student'],
  rename: ['student'],
  leave: ['student'],
  next: ['teacher'],
  'enter-stage': ['teacher'],
  practice: ['teacher'],
  'fast-forward': ['teacher'],
  'go-back': ['teacher'],
  pause: ['teacher'],
  resume: ['teacher'],
  attention: ['teacher'],
  'more-time': ['teacher'],
  'change-settings': ['teacher'],
  lock: ['teacher'],
  'new-code': ['teacher'],
  'fill-with-bots': ['teacher'],
  'remove-bots': ['teacher'],
  'remove-seat': ['teacher'],
  'restore-seat': ['teacher'],
  'mute-seat': ['teacher'],
  'rename-seat': ['teacher'],
  reassign: ['teacher'],
  'blank-screen': ['teacher'],
  spotlight: ['teacher'],
  'explain-example': ['teacher'],
  'check-gradient': ['teacher'],
  'end-session': ['teacher'],
  join: ['newcomer'],
  'seat-connected': ['room'],
  'seat-disconnected': ['room'],
  'absence-grace-over': ['room'],
  'teacher-connected': ['room'],
  'teacher-disconnected': ['room'],
  'mark-clock': ['room'],
  'clock-ran-out': ['room'],
  'server-slept': ['room'],
  'room-opened': ['room'],
};

/** Whether a role may ask for a command. */
export function mayAsk(role: Role, kind: CommandKind): boolean {
  return PERMISSIONS[kind].includes(role);
}
