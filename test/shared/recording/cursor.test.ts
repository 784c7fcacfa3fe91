import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { seatView } from '../../../shared/projection/seat-view.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import { teacherView } from '../../../shared/projection/teacher-view.ts';
import { openRecording, type Recording } from '../../../shared/recording/recording.ts';
import { evolve, openedState } from '../../../shared/session/evolve.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { EMPTY_ROSTER } from '../../../shared/session/roster.ts';
import type { HistoryPoint, SessionState } from '../../../shared/session/state.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { recordedEvents } from '../../helpers/recorded.ts';
import { record } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

/** The states a session goes through, folded from its first fact on. */
function folded(facts: readonly SessionEvent[]): readonly SessionState[] {
  const states: SessionState[] = [];
  for (const event of facts) {
    const before = states[states.length - 1];
    if (before !== undefined) states.push(evolve(before, event));
    else if (event.type === 'session-opened') states.push(openedState(event));
  }
  return states;
}

/** A state without what a keyframe leaves out: earlier points' numbers, and the intents that were applied. */
function asKept(state: SessionState) {
  const last = state.history.length - 1;
  return {
    ...state,
    seats: [...state.seats.values()].map((seat) => ({ ...seat, applied: null })),
    history: state.history.map((point, index) => (index === last ? point : withoutNumbers(point))),
  };
}

function withoutNumbers(point: HistoryPoint): HistoryPoint {
  return { ...point, parameters: [], stage: { ...point.stage, stepSizes: [], lastMoves: [] } };
}

/** What every role sees. */
function views(state: SessionState) {
  return {
    screen: screenView(state, EMPTY_ROSTER),
    teacher: teacherView(state, EMPTY_ROSTER),
    student: studentView(state),
    seats: [...state.seats.keys()].map((seat) => seatView(state, EMPTY_ROSTER, seat)),
  };
}

function expectMoment(recording: Recording, version: number, state: SessionState | undefined): void {
  if (state === undefined) throw new Error(`no state ${version}`);
  const found = recording.stateAt(version);
  // Thousands of states: the matcher that explains a difference is slow, and asked only where there is one.
  if (!isDeepStrictEqual(asKept(found), asKept(state))) expect(asKept(found)).toEqual(asKept(state));
  if (!isDeepStrictEqual(views(found), views(state))) expect(views(found)).toEqual(views(state));
}

describe('seeking', () => {
  it('anywhere shows everybody what folding from the beginning would', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 60 }), fc.nat(), (plan, eventsPerBlock, seed) => {
        const lines = playBusyClass({ ...plan, acts: plan.acts.slice(0, 60) });
        const facts = recordedEvents(lines).map(({ event }) => event);
        const states = folded(facts);
        const recording = openRecording(record(lines, {}, { eventsPerBlock }));
        // All positions, forth by one, back by one, and in leaps.
        const leap = 2 * (seed % facts.length) + 1;
        const places = facts.map((_, index) => index);
        const order = [
          ...places,
          ...places.filter((place) => place % 5 === 0).reverse(),
          ...places.map((place) => (place * leap) % facts.length).filter((place) => place % 3 === 0),
        ];
        for (const place of order) expectMoment(recording, place + 1, states[place]);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('finds each event at its version, from any version to any other', () => {
    const lines = playSmallClass();
    const { events } = openRecording(record(lines, {}, { eventsPerBlock: 30 }));
    const facts = recordedEvents(lines);
    expect(events(1, lines.length)).toEqual(facts);
    expect(events(29, 32)).toEqual(facts.slice(28, 32));
    expect(events(-5, 2)).toEqual(facts.slice(0, 2));
    expect(events(200, 5_000)).toEqual(facts.slice(199));
    expect(events(12, 11)).toEqual([]);
  });

  it('beyond the ends of a class is a mistake of whoever asks', () => {
    const { stateAt, header } = openRecording(record(playSmallClass()));
    for (const version of [0, -1, 1.5, Number.NaN, header.events + 1])
      expect(() => stateAt(version)).toThrow(RangeError);
  });

  it('to the same moment twice gives the very same state', () => {
    const { stateAt } = openRecording(record(playSmallClass(), {}, { eventsPerBlock: 40 }));
    expect(stateAt(100)).toBe(stateAt(100));
  });
});
