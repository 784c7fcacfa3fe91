import { describe, expect, it } from 'vitest';
import { bigButton, runAgain } from '../../../client/screens/teacher/big-button.ts';
import { intentsOf } from '../../../client/screens/teacher/intents.ts';
import { machineState, roundsAhead } from '../../../client/screens/teacher/machine-run.ts';
import { nextActionWords } from '../../../client/screens/teacher/next-action.ts';
import { nowWords } from '../../../client/screens/teacher/now-words.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { teacherView } from '../../../shared/projection/teacher-view.ts';
import type { TeacherView } from '../../../shared/projection/views.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { runOut } from '../../helpers/machine-class.ts';
import { openMachineClass, STAGE } from '../../helpers/machine-lesson.ts';
import { ENGLISH, SPANISH } from './console-words.ts';

const viewOf = (room: Classroom): TeacherView => teacherView(room.state(), room.roster());
const says = (room: Classroom): string => nextActionWords(viewOf(room), SPANISH);

function press(room: Classroom): void {
  for (const intent of intentsOf('next', viewOf(room))) {
    if (intent.kind === 'fill-with-bots' || intent.kind === 'rename-seat' || intent.kind === 'new-code')
      throw new Error(`the big button asks for ${intent.kind}`);
    room.must(TEACHER, intent);
  }
}

/** A class whose teacher is there: a machine waits for one who is not. */
function machineClass(stage: number, students = 3): Classroom {
  const room = openMachineClass();
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(students);
  room.enter(stage);
  return room;
}

describe('the big button in autopilot', () => {
  it('asks for the vote, closes it, and stops the machine that runs', () => {
    const room = machineClass(STAGE.autopilot);
    expect(says(room)).toBe('Pedir el voto');
    press(room);
    expect(says(room)).toBe('Cerrar el voto y poner la máquina en marcha');
    press(room);
    expect(says(room)).toBe('Parar la máquina');
    press(room);
    expect(room.state().settings.machineSpeed).toBe(0);
    expect(says(room)).toBe('Dar un paso');
    press(room);
    expect(nowWords(viewOf(room), SPANISH)).toBe('Paso 1 de 12 · Descender');
  });

  it('has the class try the lesson’s rates one after another, the right one last, then goes on', () => {
    const room = openClassroom();
    room.must(ROOM, { kind: 'teacher-connected' });
    room.join(2);
    room.enter(4);
    const rates: number[] = [];
    for (const words of ['Otra vez, con 4', 'Otra vez, con 0,5', 'Pasar a «¿Cuándo paramos?»']) {
      press(room);
      press(room);
      rates.push(room.state().settings.learningRate);
      while (machineState(viewOf(room)) === 'running') runOut(room);
      expect(says(room)).toBe(words);
      press(room);
    }
    expect(rates).toEqual([0.02, 4, 0.5]);
    expect(viewOf(room).stage?.kind).toBe('stop');
  });

  it('keeps the teacher’s speed and batch when the machine starts again from where the class got', () => {
    const room = machineClass(STAGE.probe);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 3 });
    const byHand = room.state().parameters;
    room.enter(STAGE.autopilot);
    const patch = { learningRate: 3, batchSize: 8, machineSpeed: 10 };
    room.must(TEACHER, { kind: 'change-settings', patch });
    for (const [start, parameters] of [
      ['pinned', room.state().setup.startParameters],
      ['continue', byHand],
    ] as const) {
      for (const intent of runAgain(viewOf(room), start, 3)) {
        if (intent.kind === 'enter-stage' || intent.kind === 'change-settings') room.must(TEACHER, intent);
      }
      expect(room.state().settings).toMatchObject(patch);
      expect(room.state().parameters).toEqual(parameters);
    }
  });
});

describe('the big button after practice', () => {
  it('goes on to the lesson’s first stage once the round is played, and not before', () => {
    const room = openClassroom();
    room.must(ROOM, { kind: 'teacher-connected' });
    room.join(2);
    room.must(TEACHER, { kind: 'practice', expected: room.state().serial });
    for (let presses = 0; viewOf(room).round?.phase.kind !== 'adjust'; presses++) {
      if (presses > 9) throw new Error(`practice does not end: ${says(room)}`);
      expect(bigButton(viewOf(room))).toEqual({ kind: 'next' });
      press(room);
    }
    expect(says(room)).toBe('Pasar a «Adivinar»');
    press(room);
    expect(viewOf(room).stage?.index).toBe(0);
  });
});

describe('the big button in stop', () => {
  it('asks first while somebody could still stop, and not once all have', () => {
    const room = machineClass(STAGE.stop, 2);
    press(room);
    runOut(room);
    expect(bigButton(viewOf(room))).toEqual({ kind: 'reveal-early', missing: 2 });
    expect(says(room)).toBe('Destapar ya (faltan 2 por parar)');
    expect(intentsOf('next', viewOf(room))).toEqual([]);
    for (const seat of [1, 2])
      room.must(room.student(seat), { kind: 'stop', round: room.state().roundCount });
    expect(says(room)).toBe('Destapar lo que no se veía');
    press(room);
    expect(viewOf(room).stop?.revealed).not.toBeNull();
    expect(says(room)).toBe('Pasar a «Lo nunca visto»');
  });

  it('runs the machine ahead to the end of its run and not past it, where the next rate waits', () => {
    const room = machineClass(STAGE.autopilot);
    press(room);
    press(room);
    room.must(TEACHER, { kind: 'change-settings', patch: { machineSpeed: 0 } });
    const planned = viewOf(room).stage?.roundsPlanned ?? 0;
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: planned - 3 });
    expect(roundsAhead(viewOf(room))).toBe(3);
    const expected = room.state().serial;
    expect(intentsOf('fast-forward', viewOf(room))).toEqual([{ kind: 'fast-forward', expected, rounds: 3 }]);
    room.must(TEACHER, { kind: 'fast-forward', expected, rounds: 3 });
    expect(machineState(viewOf(room))).toBe('over');
    expect(roundsAhead(viewOf(room))).toBe(planned);
  });

  it('runs ahead no further than the end', () => {
    const room = machineClass(STAGE.stop);
    press(room);
    expect(roundsAhead(viewOf(room))).toBe(20);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 20 });
    expect(roundsAhead(viewOf(room))).toBe(10);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 10 });
    expect(roundsAhead(viewOf(room))).toBe(0);
    expect(says(room)).toBe('Destapar lo que no se veía');
  });
});

describe.each(LESSONS)('the big button alone, with what is to run ahead, in $id', ({ id, stages }) => {
  it('takes a class from the lobby through every stage to the end, and always says something', () => {
    const room = openClassroom({ lesson: id, settings: { closeRule: 'teacher', machineSpeed: 40 } });
    room.must(ROOM, { kind: 'teacher-connected' });
    room.bots(3);
    const seen = new Set<number>();
    for (let presses = 0; bigButton(viewOf(room)).kind !== 'end'; presses++) {
      if (presses > 600) throw new Error(`no end in sight: ${says(room)}`);
      const view = viewOf(room);
      seen.add(view.stage?.index ?? -1);
      for (const words of [SPANISH, ENGLISH]) {
        expect(nextActionWords(view, words).length).toBeGreaterThan(3);
        if (view.stage !== null) expect(nowWords(view, words).length).toBeGreaterThan(3);
      }
      const { kind } = bigButton(view);
      const ahead = view.plan[view.stage?.index ?? -1]?.fastForward ?? 0;
      if (kind === 'halt') runOut(room);
      else if (kind === 'reveal-early') room.next();
      else if (view.round?.phase.kind === 'adjust' && ahead > 0 && kind === 'next')
        room.must(TEACHER, { kind: 'fast-forward', expected: view.serial, rounds: ahead + 6 });
      else press(room);
    }
    expect(seen.size).toBe(stages.length + 1);
  });
});
