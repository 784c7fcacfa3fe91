import { engineOf } from '../session/engine.ts';
import type { SeatNumber } from '../session/ids.ts';
import { sizeMultiple, type Direction, type Nudge } from '../session/nudges.ts';
import { nameOf, type Roster } from '../session/roster.ts';
import {
  parametersOf,
  runningRound,
  runningStage,
  type Round,
  type SessionState,
  type Stage,
  type StandingNudge,
} from '../session/state.ts';
import { curve } from '../network/probe.ts';
import { ownPoints } from './drawing-section.ts';
import { insideOf } from './explained.ts';
import { revealIn } from './reveal.ts';
import type { ProposalTally, SeatParameter, SeatView } from './views.ts';

/** A phone has room for so many names, and in a class of a thousand a weight has sixty owners. */
const CO_OWNERS_SHOWN = 6;

/** What one seat alone may know; null for a seat that never was. */
export function seatView(state: SessionState, roster: Roster, number: SeatNumber): SeatView | null {
  const seat = state.seats.get(number);
  if (seat === undefined) return null;
  const own = parametersOf(state.owners, number);
  return {
    seat: number,
    name: nameOf(roster, number),
    membership: seat.membership,
    muted: seat.muted,
    parameters: own.map((parameter) => seatParameter(state, roster, number, parameter)),
    outcome: seatOutcome(state, number),
    ...handedIn(state, number),
    drawn: ownPoints(state, number),
  };
}

function handedIn({ activity }: SessionState, seat: SeatNumber): Pick<SeatView, 'vote' | 'stop' | 'bet'> {
  const ballot = activity.kind === 'stage' ? activity.ballot : null;
  return {
    vote: ballot?.kind === 'votes' ? (ballot.votes.get(seat) ?? null) : null,
    stop: ballot?.kind === 'stops' ? (ballot.stops.get(seat) ?? null) : null,
    bet: ballot?.kind === 'bets' ? (ballot.bets.get(seat) ?? null) : null,
  };
}

function seatOutcome(state: SessionState, number: SeatNumber): SeatView['outcome'] {
  const stage = runningStage(state);
  const outcome = runningRound(state)?.outcome;
  const mine = outcome?.seats.get(number);
  if (stage === null || outcome === null || outcome === undefined || mine === undefined) return null;
  return {
    round: outcome.step.round,
    alone: mine.alone,
    agreed: revealIn(stage.kind).gradient ? mine.agreed : null,
    nudges: mine.nudges,
  };
}

function seatParameter(
  state: SessionState,
  roster: Roster,
  number: SeatNumber,
  parameter: number,
): SeatParameter {
  const round = runningRound(state);
  const stage = runningStage(state);
  const nudge = round?.nudges.get(parameter)?.get(number) ?? null;
  const owners = state.owners[parameter] ?? [];
  // One more than are shown, for this seat may be among them.
  const shown = owners.slice(0, CO_OWNERS_SHOWN + 1).filter((other) => other !== number);
  const coOwners = shown.slice(0, CO_OWNERS_SHOWN);
  return {
    parameter,
    coOwners: coOwners.map((other) => nameOf(roster, other)),
    moreCoOwners: owners.length - 1 - coOwners.length,
    nudge: nudge === null ? null : { direction: nudge.direction, size: nudge.size },
    probe: stage === null || nudge === null ? null : probeOf(state, stage, round, parameter, nudge),
    guess: round?.guesses.get(parameter)?.get(number) ?? null,
    cancelled: round?.outcome?.seats.get(number)?.cancelled.includes(parameter) ?? false,
    inside:
      stage === null || round === null || !state.settings.hints
        ? null
        : insideOf(state, stage, round, parameter),
    check: round?.check?.parameter === parameter ? round.check : null,
    ...proposals(round, roster, parameter, [number, ...coOwners]),
  };
}

/** How far the curve reaches either way: some steps, and never so little that it looks flat. */
const CURVE_STEPS = 5;
const CURVE_LEAST_REACH = 1.5;
const CURVE_POINTS = 41;

function probeOf(
  state: SessionState,
  stage: Stage,
  round: Round | null,
  parameter: number,
  nudge: StandingNudge,
): SeatParameter['probe'] {
  const shown = state.settings.hints && revealIn(stage.kind).probes && round?.outcome === null;
  if (!shown || nudge.probe === null) return null;
  const engine = engineOf(state, stage);
  const step = (stage.stepSizes[parameter] ?? 0) * sizeMultiple(nudge.size);
  const reach = Math.max(CURVE_LEAST_REACH, CURVE_STEPS * step);
  const value = state.parameters[parameter] ?? 0;
  const range = { from: value - reach, to: value + reach, points: CURVE_POINTS };
  const points = curve(engine.topology, state.parameters, engine.training, parameter, range);
  return {
    ...nudge.probe,
    curve: {
      from: points[0]?.value ?? range.from,
      to: points[points.length - 1]?.value ?? range.to,
      losses: points.map((point) => roundedForDrawing(point.loss)),
    },
  };
}

/** A curve on a phone is a drawing of some 340 pixels; six decimals are more than it can show. */
function roundedForDrawing(loss: number): number {
  return Math.round(loss * 1e6) / 1e6;
}

/** After the step: who had proposed what, these seats by name and in this order. */
function proposals(
  round: Round | null,
  roster: Roster,
  parameter: number,
  named: readonly SeatNumber[],
): Pick<SeatParameter, 'proposals' | 'moreProposals' | 'alike'> {
  const by = round === null || round.outcome === null ? undefined : round.nudges.get(parameter);
  if (by === undefined) return NO_PROPOSALS;
  const all = tally([...by.values()]);
  const shown = named.flatMap((seat) => {
    const nudge = by.get(seat);
    return nudge === undefined ? [] : [{ seat, nudge: { direction: nudge.direction, size: nudge.size } }];
  });
  const own = tally(shown.map(({ nudge }) => nudge));
  const [first, ...others] = by.values();
  return {
    proposals: shown.map(({ seat, nudge }) => ({ name: nameOf(roster, seat), nudge })),
    moreProposals: {
      raise: all.raise - own.raise,
      leave: all.leave - own.leave,
      lower: all.lower - own.lower,
    },
    alike: others.every(({ direction, size }) => direction === first?.direction && size === first.size),
  };
}

const NO_PROPOSALS = { proposals: [], moreProposals: { raise: 0, leave: 0, lower: 0 }, alike: true };

function tally(nudges: readonly Nudge[]): ProposalTally {
  const count = (which: Direction): number => nudges.filter(({ direction }) => direction === which).length;
  return { raise: count(1), leave: count(0), lower: count(-1) };
}
