import { nameOf, type Roster } from '../session/roster.ts';
import type { StagePlan } from '../session/stages.ts';
import {
  parametersOf,
  runningRound,
  type Seat,
  type SessionState,
  type StandingNudge,
} from '../session/state.ts';
import { seenByAll } from './screen-view.ts';
import { waitingSeats } from '../session/newcomers.ts';
import { keepsGoingUp } from '../session/uphill.ts';
import type { ClassRow, DoorSection, PlannedStage, TeacherView } from './views.ts';

/** The console: all the screen shows, the class by name, and what is hidden from the class. */
export function teacherView(state: SessionState, roster: Roster): TeacherView {
  return {
    ...seenByAll(state),
    settings: state.settings,
    plan: state.setup.stages.map(plannedStage),
    table: [...state.seats.values()]
      .filter(({ membership }) => membership === 'seated' || membership === 'removed')
      .map((seat) => classRow(state, roster, seat)),
    door: doorSection(state, roster),
    figures: state.figures,
    validationCurve: state.history.map(({ figures }) => ({
      loss: figures.validationLoss,
      accuracy: figures.validationAccuracy,
    })),
    serial: state.serial,
    gradient: runningRound(state)?.outcome?.step.gradient ?? null,
    rosterVersion: state.rosterVersion,
  };
}

/** A plan without its material: new and kept animals are for no page. */
function plannedStage(plan: StagePlan): PlannedStage {
  const { kind, minutes, rounds, fastForward, start, stepSize, stepPolicy, machine } = plan;
  return { kind, minutes, rounds, fastForward, start, stepSize, stepPolicy, machine };
}

/** What a row says besides the seat itself. */
type RowFacts = {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly standing: readonly (StandingNudge | undefined)[];
};

/**
 * A row is worked out again only where one of its facts is another: of a thousand seats a moment changes a few, and states
 * share the others.
 */
const ROWS = new WeakMap<Seat, { readonly facts: RowFacts; readonly row: ClassRow }>();

function classRow(state: SessionState, roster: Roster, seat: Seat): ClassRow {
  const parameters = parametersOf(state.owners, seat.seat);
  const nudges = runningRound(state)?.nudges;
  const facts: RowFacts = {
    name: nameOf(roster, seat.seat),
    parameters,
    standing: parameters.map((parameter) => nudges?.get(parameter)?.get(seat.seat)),
  };
  const known = ROWS.get(seat);
  if (known !== undefined && sameFacts(known.facts, facts)) return known.row;
  const row = writeRow(seat, facts);
  ROWS.set(seat, { facts, row });
  return row;
}

function sameFacts(one: RowFacts, other: RowFacts): boolean {
  return (
    one.name === other.name &&
    one.parameters === other.parameters &&
    one.standing.every((nudge, index) => nudge === other.standing[index])
  );
}

function writeRow(seat: Seat, { name, parameters, standing }: RowFacts): ClassRow {
  return {
    seat: seat.seat,
    name,
    bot: seat.bot !== null,
    membership: seat.membership,
    presence: seat.presence,
    muted: seat.muted,
    parameters,
    nudges: standing.map((nudge) =>
      nudge === undefined ? null : { direction: nudge.direction, size: nudge.size },
    ),
    agreed: seat.agreed,
    of: seat.nudges,
    goesUp: keepsGoingUp(seat),
    joinedAtMs: seat.joinedAtMs,
  };
}

function doorSection(state: SessionState, roster: Roster): DoorSection {
  return {
    held: state.held,
    waiting: waitingSeats(state).map(({ seat, presence, claims, joinedAtMs }) => ({
      seat,
      name: nameOf(roster, seat),
      isHere: presence === 'present',
      claims: claims === null ? null : nameOf(roster, claims),
      joinedAtMs,
    })),
  };
}
