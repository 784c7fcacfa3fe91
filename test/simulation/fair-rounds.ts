import type { SessionEvent } from '../../shared/session/events.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { parametersOf, runningRound, runningStage, type SessionState } from '../../shared/session/state.ts';
import { expect } from './broken.ts';

/** Whom a round waits for, counted here by plain words and not by the rules' own count. */
export type FairRounds = {
  /** A fact, and the state that it changes. */
  readonly judge: (event: SessionEvent, before: SessionState, at: number) => void;
  /** The state after everything that was decided together. */
  readonly settled: (state: SessionState) => void;
};

export function createFairRounds(): FairRounds {
  /** Who had a seat when the running round began. */
  let seatedThen: ReadonlySet<SeatNumber> = new Set();
  /** Something has happened since the round was looked at after which it may have to close. */
  let mayClose = false;

  return {
    judge: (event, before, at) => {
      const nudging = runningRound(before)?.phase.kind === 'nudge';
      expect(
        'g',
        event.type !== 'ownership-changed' || !nudging,
        () => `weights change hands at ${at}, in the middle of a round`,
      );
      if (event.type === 'round-opened') seatedThen = new Set(seated(before));
      // Whoever comes is not asked about again, also where somebody went in the same moment.
      if (event.type === 'seat-connected') mayClose = false;
      mayClose ||= mayCloseARound(event, before);
    },
    settled: (state) => {
      const round = runningRound(state);
      if (round?.phase.kind !== 'nudge') return;
      const owing = here(state).filter((seat) => parametersOf(state.owners, seat).length > 0);
      const missing = owing.filter((seat) =>
        parametersOf(state.owners, seat).some((parameter) => round.nudges.get(parameter)?.has(seat) !== true),
      );
      for (const seat of missing)
        expect('g', seatedThen.has(seat), () => `round ${round.id} waits for seat ${seat}, who came later`);
      const hasToClose = mayClose;
      mayClose = false;
      if (
        !hasToClose ||
        missing.length > 0 ||
        state.settings.closeRule !== 'all' ||
        state.clock.kind === 'paused'
      )
        return;
      const students = owing.filter((seat) => state.seats.get(seat)?.bot === null);
      const isLastChance = runningStage(state)?.kind === 'probe' && state.clock.kind === 'running';
      expect(
        'g',
        students.length === 0 || isLastChance,
        () => `round ${round.id} is open, and seats ${owing.join(', ')} have all proposed`,
      );
    },
  };
}

function mayCloseARound(event: SessionEvent, { settings }: SessionState): boolean {
  if (event.type === 'clock-set') return event.why === 'resume';
  if (event.type === 'settings-changed') return event.settings.closeRule !== settings.closeRule;
  return MAY_CLOSE.has(event.type);
}

/** Not that somebody comes: after a restart the first to be back would close the round before the others are. */
const MAY_CLOSE: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'nudged',
  'seat-disconnected',
  'seat-left',
  'seat-removed',
  'seat-muted',
]);

function seated(state: SessionState): readonly SeatNumber[] {
  return [...state.seats.values()].flatMap(({ seat, membership }) => (membership === 'seated' ? [seat] : []));
}

/** Those whom a round may wait for. */
function here(state: SessionState): readonly SeatNumber[] {
  return seated(state).filter((number) => {
    const seat = state.seats.get(number);
    return seat?.presence === 'present' && !seat.muted;
  });
}
