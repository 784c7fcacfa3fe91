import type { BotStrategy, SeatOutcome } from '../session/events.ts';
import type { SeatNumber } from '../session/ids.ts';
import { groupBy } from './group-by.ts';
import { tableOf, type Columns, type Table } from './tables.ts';
import type { ClassFacts, RoundFacts } from './tables-facts.ts';
import { agreedShare, countProposals, type ProposalCounts } from './tables-proposals.ts';

/** What a seat's proposals came to over the session. Nothing here says when it proposed: nobody is slow. */
export type SeatTotals = ProposalCounts & {
  readonly seat: SeatNumber;
  /** Null for a student. */
  readonly bot: BotStrategy['kind'] | null;
  /** In which it proposed something. */
  readonly rounds: number;
  /** For which it did, lowest first. */
  readonly parameters: readonly number[];
  /** Sum, over the rounds that stood, of the change of the error had its proposals alone happened. */
  readonly effectAlone: number;
  /** Proposals that came to nothing against those of co-owners. */
  readonly cancelled: number;
};

/** What seats are called, where somebody asked for it. */
export type Names = ReadonlyMap<number, string>;

/** In the order of seats, which says nothing about anybody. */
export function seatTotals({ seats, rounds }: ClassFacts): readonly SeatTotals[] {
  const proposals = groupBy(
    rounds.flatMap((round) => round.proposals),
    ({ seat }) => seat,
  );
  const results = groupBy(seatResults(rounds), ({ outcome }) => outcome.seat);
  return seats.map(({ seat, bot }) => {
    const own = results.get(seat) ?? [];
    const proposed = proposals.get(seat) ?? [];
    return {
      seat,
      bot: bot?.kind ?? null,
      rounds: own.length,
      parameters: [...new Set(proposed.map(({ parameter }) => parameter))].sort((a, b) => a - b),
      ...countProposals(proposed),
      effectAlone: own.reduce((sum, { outcome, round }) => sum + (round.takenBack ? 0 : outcome.alone), 0),
      cancelled: own.reduce((sum, { outcome }) => sum + outcome.cancelled.length, 0),
    };
  });
}

/** A row each seat. With names, if there are any to write. */
export function seatsTable(facts: ClassFacts, names: Names | null): Table {
  return tableOf<SeatTotals>(
    'seats',
    {
      seat: ['whole', ({ seat }) => seat],
      ...nameColumn<SeatTotals>(names, ({ seat }) => seat),
      bot: ['text', ({ bot }) => bot],
      rounds: ['whole', ({ rounds }) => rounds],
      nudges: ['whole', ({ nudges }) => nudges],
      raised: ['whole', ({ raised }) => raised],
      left: ['whole', ({ left }) => left],
      lowered: ['whole', ({ lowered }) => lowered],
      agreed: ['whole', ({ agreed }) => agreed],
      agreedShare: ['number', agreedShare],
      effectAlone: ['number', ({ effectAlone }) => effectAlone],
      cancelled: ['whole', ({ cancelled }) => cancelled],
    },
    seatTotals(facts),
  );
}

/** A row for each seat in each round in which it proposed. */
export function seatRoundsTable({ rounds }: ClassFacts, names: Names | null): Table {
  return tableOf<SeatResult>(
    'seat-rounds',
    {
      round: ['whole', ({ round }) => round.step.round],
      stage: ['whole', ({ round }) => round.stage],
      stageKind: ['text', ({ round }) => round.stageKind],
      takenBack: ['flag', ({ round }) => round.takenBack],
      seat: ['whole', ({ outcome }) => outcome.seat],
      ...nameColumn<SeatResult>(names, ({ outcome }) => outcome.seat),
      nudges: ['whole', ({ outcome }) => outcome.nudges],
      agreed: ['whole', ({ outcome }) => outcome.agreed],
      effectAlone: ['number', ({ outcome }) => outcome.alone],
      cancelled: ['whole', ({ outcome }) => outcome.cancelled.length],
    },
    seatResults(rounds),
  );
}

type SeatResult = { readonly round: RoundFacts; readonly outcome: SeatOutcome };

function seatResults(rounds: readonly RoundFacts[]): readonly SeatResult[] {
  return rounds.flatMap((round) =>
    round.step.type === 'descended'
      ? []
      : [...round.step.seats].sort((a, b) => a.seat - b.seat).map((outcome) => ({ round, outcome })),
  );
}

function nameColumn<Item>(names: Names | null, seatOf: (item: Item) => number): Columns<Item> {
  return names === null ? {} : { name: ['text', (item) => names.get(seatOf(item)) ?? null] };
}
