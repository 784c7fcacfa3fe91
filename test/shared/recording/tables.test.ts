import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionTables } from '../../../shared/recording/tables-session.ts';
import type { Cell, Table } from '../../../shared/recording/tables.ts';
import type { StepTaken } from '../../../shared/session/events.ts';
import { evolve, openedState } from '../../../shared/session/evolve.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';
import { asRecorded, recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

type Row = Readonly<Record<string, Cell | undefined>>;

function rowsOf(tables: readonly Table[], name: string): readonly Row[] {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.name, row[index]])),
  );
}

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

const steps = (room: { facts: () => readonly { type: string }[] }): readonly StepTaken[] =>
  room.facts().filter((fact): fact is StepTaken => fact.type === 'step-taken');

/** 17 students in `probe`: two propose, one of them thinks again; then a round runs ahead. */
function twoWhoPropose() {
  const room = openClassroom({ settings: { closeRule: 'teacher', caretaker: 'hold' } });
  room.join(17);
  room.enter(2);
  room.reach('nudge');
  room.must(room.student(3), room.nudge(3, 1));
  room.must(room.student(3), room.nudge(3, -1));
  room.must(room.student(7), room.nudge(7, 1));
  room.reach('adjust');
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 1 });
  return room;
}

describe('the tables of a session', () => {
  it('have a row each round, with the figures it reached and who took part', () => {
    const room = twoWhoPropose();
    const [played, ahead] = steps(room);
    const rows = rowsOf(sessionTables(asRecorded(room.facts()), null), 'rounds');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      round: 1,
      stage: 2,
      stageKind: 'probe',
      closedBy: 'teacher',
      takenBack: false,
      loss: played?.figures.loss,
      effectTogether: played?.effects.together,
      seats: 2,
      nudges: 2,
      forward: 1 + 2 * 2,
      backward: 0,
    });
    expect(rows[1]).toMatchObject({
      closedBy: 'fast-forward',
      lossBefore: played?.figures.loss,
      loss: ahead?.figures.loss,
      nudges: 0,
    });
  });

  it('have a row each seat, those that proposed nothing too, and say what came of its proposals', () => {
    const room = twoWhoPropose();
    const [played] = steps(room);
    const rows = rowsOf(sessionTables(asRecorded(room.facts()), null), 'seats');
    expect(rows.map(({ seat }) => seat)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    const alone = played?.seats.find(({ seat }) => seat === 3)?.alone;
    expect(rows[2]).toMatchObject({
      rounds: 1,
      nudges: 1,
      raised: 0,
      lowered: 1,
      agreedShare: 1,
      effectAlone: alone,
    });
    expect(rows[0]).toMatchObject({ rounds: 0, nudges: 0, agreedShare: null, effectAlone: 0 });
  });

  it('have a row each weight of each stage: where it belongs, how it was nudged, how far it went', () => {
    const room = twoWhoPropose();
    const [played, ahead] = steps(room);
    const rows = rowsOf(sessionTables(asRecorded(room.facts()), null), 'weights');
    expect(rows).toHaveLength(17);
    const travelled = Math.abs(played?.moves[2] ?? 0) + Math.abs(ahead?.moves[2] ?? 0);
    expect(rows[2]).toMatchObject({
      stage: 2,
      weight: 2,
      layer: 1,
      from: 0,
      to: 1,
      lowered: 1,
      agreed: 1,
      travelled,
      value: ahead?.parameters[2],
    });
    expect(rows[16]).toMatchObject({ layer: 2, from: null, to: 0, nudges: 0, agreedShare: null });
  });

  it('have a row for each seat in each round in which it proposed', () => {
    const rows = rowsOf(sessionTables(asRecorded(twoWhoPropose().facts()), null), 'seat-rounds');
    expect(rows.map(({ round, seat, nudges }) => [round, seat, nudges])).toEqual([
      [1, 3, 1],
      [1, 7, 1],
    ]);
  });

  it('add up to what the class itself counted, whatever it did', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const events = recordedEvents(playBusyClass(plan));
        const [first, ...rest] = events.map(({ event }) => event);
        if (first?.type !== 'session-opened') throw new Error('not opened');
        const { seats, history } = rest.reduce(evolve, openedState(first));
        const tables = sessionTables(events, null);
        const [perSeat, perWeight, perBoth] = ['seats', 'weights', 'seat-rounds'].map((name) =>
          rowsOf(tables, name),
        );
        expect(perSeat?.map(({ seat, nudges, agreed }) => ({ seat, nudges, agreed }))).toEqual(
          [...seats.values()].map(({ seat, nudges, agreed }) => ({ seat, nudges, agreed })),
        );
        for (const column of ['nudges', 'agreed'])
          for (const rows of [perWeight, perBoth, rowsOf(tables, 'rounds')])
            expect(sum(rows ?? [], column)).toBe(sum(perSeat ?? [], column));
        expect(rowsOf(tables, 'rounds').map(({ takenBack }) => takenBack)).toEqual(
          history.filter(({ kind }) => kind === 'step').map(({ takenBack }) => takenBack !== null),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('have names only where they are handed in, and never say who was fast', () => {
    const events = recordedEvents(playSmallClass());
    const without = sessionTables(events, null);
    expect(without.flatMap(({ columns }) => columns.map(({ name }) => name))).not.toContain('name');
    const named = sessionTables(events, new Map([[2, 'Nutria veloz']]));
    expect(rowsOf(named, 'seats')[1]).toMatchObject({ seat: 2, name: 'Nutria veloz' });
    expect(rowsOf(named, 'seats')[0]).toMatchObject({ seat: 1, name: null });
    for (const name of ['seats', 'seat-rounds', 'weights'])
      for (const column of without.find((table) => table.name === name)?.columns ?? [])
        expect(column.name).not.toMatch(/second|ms$|time|rank/iu);
  });
});
