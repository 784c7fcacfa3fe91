import type { Actor, Command, Decision, DecisionContext } from './commands.ts';
import { decideBallot } from './decide-ballot.ts';
import { decideClass } from './decide-class.ts';
import { decideDoor } from './decide-door.ts';
import { decideDrawing, decidePoint } from './decide-drawing.ts';
import { decideExplain } from './decide-explain.ts';
import { decideNudge } from './decide-nudge.ts';
import { decidePace } from './decide-pace.ts';
import { decideRoom } from './decide-room.ts';
import { decideSeat } from './decide-seat.ts';
import { decideStage } from './decide-stage.ts';
import { mayAsk } from './permissions.ts';
import { accept, refuse } from './progress.ts';
import type { SessionState } from './state.ts';

/**
 * The only door by which anything happens in a session: a command becomes facts, or a refusal with its reason.
 * It computes everything the facts carry and knows no time but the one it is told.
 */
export function decide(
  state: SessionState,
  actor: Actor,
  command: Command,
  context: DecisionContext,
): Decision {
  if (!mayAsk(actor.role, command.kind)) return refuse('not-allowed');
  if (state.activity.kind === 'ended') return afterTheEnd(command);
  switch (command.kind) {
    case 'nudge':
    case 'guess-arrow':
      return actor.role === 'student' ? decideNudge(state, actor, command, context) : refuse('not-allowed');
    case 'vote':
    case 'stop':
    case 'bet':
      return actor.role === 'student' ? decideBallot(state, actor, command, context) : refuse('not-allowed');
    case 'draw-point':
    case 'erase-point':
      return actor.role === 'student' ? decidePoint(state, actor, command) : refuse('not-allowed');
    case 'clear-drawing':
    case 'open-drawing':
      return decideDrawing(state, command);
    case 'rename':
    case 'leave':
      return actor.role === 'student'
        ? decideSeat(state, command, actor.seat, context)
        : refuse('not-allowed');
    case 'join':
    case 'fill-with-bots':
    case 'remove-bots':
    case 'remove-seat':
    case 'restore-seat':
    case 'mute-seat':
    case 'rename-seat':
    case 'reassign':
      return decideSeat(state, command, null, context);
    case 'admit-seats':
    case 'remove-seats':
    case 'restore-seats':
    case 'hold-newcomers':
      return decideDoor(state, command, context);
    case 'enter-stage':
    case 'practice':
    case 'fast-forward':
    case 'go-back':
      return decideStage(state, command);
    case 'next':
    case 'clock-ran-out':
    case 'pause':
    case 'resume':
    case 'attention':
    case 'more-time':
    case 'mark-clock':
    case 'server-slept':
      return decidePace(state, command, context);
    case 'change-settings':
    case 'lock':
    case 'new-code':
    case 'blank-screen':
    case 'spotlight':
    case 'end-session':
      return decideClass(state, command, context);
    case 'explain-example':
    case 'check-gradient':
      return decideExplain(state, command);
    case 'seat-connected':
    case 'seat-disconnected':
    case 'absence-grace-over':
    case 'teacher-connected':
    case 'teacher-disconnected':
    case 'room-opened':
      return decideRoom(state, command, context);
  }
}

/** An ended session only notes who comes and goes, which changes nothing; everything else is told so. */
function afterTheEnd(command: Command): Decision {
  switch (command.kind) {
    case 'seat-connected':
    case 'seat-disconnected':
    case 'absence-grace-over':
    case 'teacher-connected':
    case 'teacher-disconnected':
    case 'room-opened':
    case 'mark-clock':
    case 'server-slept':
      return accept();
    default:
      return refuse('session-ended');
  }
}
