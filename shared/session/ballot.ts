import type { SeatNumber } from './ids.ts';
import type { AnimalAnswered, StopsRevealed } from './machine-events.ts';
import type { StageKind, Vote } from './stages.ts';

/** What the class hands in besides nudges, nobody's business until it is counted. Each kind of stage has its own. */
export type Ballot =
  | { readonly kind: 'none' }
  | { readonly kind: 'votes'; readonly votes: ReadonlyMap<SeatNumber, Vote> }
  | {
      readonly kind: 'stops';
      /** The machine's round each seat stopped at, counted from the stage's start. Nobody stops twice. */
      readonly stops: ReadonlyMap<SeatNumber, number>;
      readonly revealed: StopsRevealed | null;
    }
  | {
      readonly kind: 'bets';
      /** On the animal in hand: the index of a class. */
      readonly bets: ReadonlyMap<SeatNumber, number>;
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
      return { kind: 'votes', votes: new Map() };
    case 'stop':
      return { kind: 'stops', stops: new Map(), revealed: null };
    case 'test':
      return { kind: 'bets', bets: new Map(), answered: [] };
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

function without<Value>(
  handedIn: ReadonlyMap<SeatNumber, Value>,
  seat: SeatNumber,
): ReadonlyMap<SeatNumber, Value> {
  return new Map([...handedIn].filter(([other]) => other !== seat));
}
