import type { Command } from '../../shared/session/commands.ts';
import type { BotStrategy } from '../../shared/session/events.ts';
import { refusal, type Refusal } from '../../shared/session/refusals.ts';
import type { RosterName } from '../../shared/session/roster.ts';
import { seatedSeats } from '../../shared/session/state.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import { JournalError } from '../journal/journal.ts';
import { dealName, type NameDealer } from './names.ts';
import type { Room } from './room.ts';
import type { Standing } from './standing.ts';

export type Completed =
  { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly refusal: Refusal };

/** Makes a command of an intent. A promise only where the catalogue has to be asked. */
export type CompleteIntent = (
  room: Room,
  intent: StudentIntent | TeacherIntent,
) => Completed | Promise<Completed>;

export type CompletionDeps = {
  readonly names: NameDealer;
  /** Takes a new code for a session, and retires the one it had. Rejects with a `JournalError`. */
  readonly takeCode: (room: Room) => Promise<string>;
};

/** A class whose own students make mistakes: bots that fill it do too. */
const USUAL_BOT: BotStrategy = { kind: 'probing', wrong: 0.2 };

/** Adds to an intent what the rules may not make themselves: chance, and the judgement of a typed name. */
export function createCompleteIntent({ names, takeCode }: CompletionDeps): CompleteIntent {
  return (room, intent) => {
    const standing = room.standing();
    switch (intent.kind) {
      case 'rename': {
        const free = standing.state.settings.freeNames;
        // A typed name where only dealt ones are allowed is answered as the unfit name it is here.
        const name = intent.name !== null && !free ? null : chooseName(names, standing, intent.name);
        return name === null ? no('bad-name') : yes({ kind: 'rename', name });
      }
      case 'rename-seat': {
        const name = chooseName(names, standing, intent.name);
        return name === null ? no('bad-name') : yes({ kind: 'rename-seat', seat: intent.seat, name });
      }
      case 'fill-with-bots':
        return yes({ kind: 'fill-with-bots', bots: newBots(names, standing, intent.seats) });
      case 'new-code':
        if (standing.state.activity.kind === 'ended') return no('session-ended');
        return newCode(() => takeCode(room));
      default:
        return yes(intent);
    }
  };
}

async function newCode(take: () => Promise<string>): Promise<Completed> {
  try {
    return yes({ kind: 'new-code', code: await take() });
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    return no(error.reason === 'store-full' ? 'store-full' : 'saving');
  }
}

function chooseName(names: NameDealer, standing: Standing, typed: string | null): RosterName | null {
  if (typed === null) return dealName(names, standing.state, standing.roster);
  const clean = names.clean(typed);
  return clean === null ? null : { name: clean, free: true };
}

/** As many bots as are missing until the class has this many seats. */
function newBots(
  names: NameDealer,
  standing: Standing,
  seats: number,
): Extract<Command, { kind: 'fill-with-bots' }>['bots'] {
  const missing = Math.max(0, seats - seatedSeats(standing.state).length);
  const dealt = new Set<string>();
  return Array.from({ length: missing }, () => {
    const name = dealName(names, standing.state, standing.roster, dealt);
    dealt.add(name.name);
    return { name, bot: USUAL_BOT };
  });
}

function yes(command: Command): Completed {
  return { ok: true, command };
}

function no(code: Refusal['code']): Completed {
  return { ok: false, refusal: refusal(code) };
}
