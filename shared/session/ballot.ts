import type { SeatNumber } from './ids.ts';
import type { AnimalAnswered, StopsRevealed } from './machine-events.ts';
import { SeatMap } from './seat-map.ts';
import type { StageKind, Vote } from './stages.ts';

/** What the class hands in besides nudges, nobody's business until it is counted. Each kind of stage has its own. */
export type Ballot =
  | { readonly kind: 'none' }
  | { readonly kind: 'votes'; readonly votes: SeatMap<Vote> }
  | {
      readonly kind: 'stops';
      /** The machine's round each seat stopped at, counted from the stage's start. Nobody stops twice. */
      readonly stops: SeatMap<number>;
      readonly revealed: StopsRevealed | null;
    }
  | {
      readonly kind: 'bets';
      /** On the animal in hand: the index of a class. */
      readonly bets: SeatMap<number>;
      readonly answered: readonly AnimalAnswered[];
    };

/** An empty ballot for a stage that has just been entered. */
export function emptyBallot(stage: StageKind): Ballot {
  switch (stage) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
    case 'probe':
    case 'backprop':
      return { kind: 'none' };
    case 'autopilot':
      return { kind: 'votes', votes: SeatMap.of() };
    case 'stop':
      return { kind: 'stops', stops: SeatMap.of(), revealed: null };
    case 'test':
      return { kind: 'bets', bets: SeatMap.of(), answered: [] };
  }
}

/** What one seat has handed in, taken out again; a stop is never, so that nobody stops twice. */
export function withoutSeat(ballot: Ballot, seat: SeatNumber): Ballot {
  switch (ballot.kind) {
    case 'none':
    case 'stops':
      return ballot;
    case 'votes':
      return { ...ballot, votes: without(ballot.votes, seat) };
    case 'bets':
      return { ...ballot, bets: without(ballot.bets, seat) };
  }
}

function without<Value>(handedIn: SeatMap<Value>, seat: SeatNumber): SeatMap<Value> {
  return SeatMap.of([...handedIn].filter(([other]) => other !== seat));
}
