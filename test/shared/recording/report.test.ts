import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../shared/recording/report.ts';
import { openClassroom, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { curveOf } from '../../helpers/curve.ts';
import { openMachineClass, STAGE } from '../../helpers/machine-lesson.ts';
import { asRecorded, recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

function reported(room: Classroom) {
  const events = asRecorded(room.facts());
  return { events, report: reportOf(curveOf(events), events) };
}

describe('what a class looks back on', () => {
  const events = recordedEvents(playSmallClass());
  const timeline = curveOf(events);
  const report = reportOf(timeline, events);

  it('is its curve with the stages it went through, practice and returns included', () => {
    expect(report.curve).toEqual(timeline);
    expect(report.bands.map(({ stageKind }) => stageKind)).toEqual([
      'practice',
      'guess',
      'keep-if-better',
      'probe',
      'guess', // the class went back
      'backprop',
    ]);
  });

  it('names the round with the lowest error on new examples, of those that stood', () => {
    const stood = timeline.filter(
      ({ kind, takenBack, stageKind }) => kind === 'step' && takenBack === null && stageKind !== 'practice',
    );
    const lowest = Math.min(...stood.map(({ figures }) => figures.validationLoss));
    expect(report.best?.figures.validationLoss).toBe(lowest);
    expect(timeline[report.best?.place ?? -1]).toMatchObject({
      round: report.best?.round,
      figures: report.best?.figures,
    });
  });

  it('says what each stage cost in passes, and how far it came', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.bots(17, { kind: 'gradient', wrong: 0 });
    for (const stage of [2, 3]) {
      room.enter(stage);
      room.reach('nudge');
      room.reach('adjust');
    }
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 4 });
    const { report: played } = reported(room);
    expect(played.stages).toMatchObject([
      { stageKind: 'probe', played: 1, ranAhead: 0, cost: { forward: 1 + 2 * 17, backward: 0 } },
      { stageKind: 'backprop', played: 1, ranAhead: 4, cost: { forward: 5, backward: 5 } },
    ]);
    const steps = room.facts().flatMap((fact) => (fact.type === 'step-taken' ? [fact.figures.loss] : []));
    expect(played.stages.map(({ after }) => after.loss)).toEqual([steps[0], steps[5]]);
  });

  it('tells what everybody contributed in the order of seats, whoever did most', () => {
    expect(report.seats.map(({ seat }) => seat)).toEqual(
      report.seats.map(({ seat }) => seat).sort((a, b) => a - b),
    );
    expect(Object.keys(report.seats[0] ?? {}).sort()).toEqual([
      'agreed',
      'bot',
      'cancelled',
      'effectAlone',
      'left',
      'lowered',
      'nudges',
      'parameters',
      'raised',
      'rounds',
      'seat',
    ]);
    expect(report.seats.some(({ nudges }) => nudges > 0)).toBe(true);
  });

  it('counts what the machine took, and shows when the class would have stopped it', () => {
    const room = openMachineClass();
    room.join(3);
    room.enter(STAGE.stop);
    room.must(TEACHER, { kind: 'change-settings', patch: { machineSpeed: 0 } });
    room.reach('run');
    for (let step = 0; step < 4; step++) room.next();
    room.must(room.student(2), { kind: 'stop', round: room.state().roundCount });
    for (
      let presses = 0;
      presses < 40 && !room.facts().some(({ type }) => type === 'stops-revealed');
      presses++
    )
      room.next();
    const { report: run } = reported(room);
    const steps = room.facts().filter(({ type }) => type === 'descended').length;
    expect(steps).toBeGreaterThan(4);
    expect(run.stages).toMatchObject([
      { stageKind: 'stop', played: steps, ranAhead: 0, cost: { forward: steps, backward: steps } },
    ]);
    expect(run.stops).toEqual(room.facts().filter(({ type }) => type === 'stops-revealed'));
    expect(run.seats.map(({ nudges }) => nudges)).toEqual([0, 0, 0]);
    // Its data are its own: no error there compares with the lesson's.
    expect(run.best).toBeNull();
    expect(run.weights.some(({ travelled }) => travelled > 0)).toBe(true);
  });

  it('has nothing to name where no round was played', () => {
    const { report: empty } = reported(openClassroom());
    expect(empty).toEqual({
      curve: [],
      bands: [],
      best: null,
      stages: [],
      seats: [],
      weights: [],
      stops: [],
    });
  });
});
