import { describe, expect, it } from 'vitest';
import { alignedPlaces, besideOf } from '../../../client/replay/alignment.ts';
import { FIRST_POINT } from '../../../client/replay/axis.ts';
import { roundAt } from '../../../client/screens/replay/moment-words.ts';
import { compareTimelines } from '../../../shared/recording/compare.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

const lesson = openRecording(fileOf(playLesson()));

/** A class that only guessed, for some rounds. */
function shortClass(rounds: number) {
  const room = openClassroom();
  room.join(3);
  room.enter(0);
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds });
  return openRecording(fileOf(room));
}

describe('two classes side by side', () => {
  it('stand at the same round, each as it left it', () => {
    const other = openRecording(fileOf(playLesson(4, 7)));
    const comparison = compareTimelines(lesson.timeline, other.timeline);
    for (const { version, round, kind } of lesson.timeline) {
      if (kind !== 'step') continue;
      const beside = besideOf(comparison, lesson, other, version);
      expect(beside.isOver).toBe(false);
      expect(roundAt(other.stateAt(beside.version))).toBe(round);
    }
  });

  it('wait together at the beginning', () => {
    const other = shortClass(3);
    const comparison = compareTimelines(lesson.timeline, other.timeline);
    expect(besideOf(comparison, lesson, other, 1)).toEqual({
      version: other.timeline[0]?.version,
      isOver: false,
    });
  });

  it('part when one is over', () => {
    const other = shortClass(3);
    const comparison = compareTimelines(lesson.timeline, other.timeline);
    const late = lesson.timeline[lesson.timeline.length - 1]?.version ?? 0;
    expect(besideOf(comparison, lesson, other, late)).toEqual({ version: other.header.events, isOver: true });
  });

  it('lie over each other on the axis where they are the same class', () => {
    const places = alignedPlaces(compareTimelines(lesson.timeline, lesson.timeline));
    const steps = lesson.timeline.flatMap(({ kind }, index) => (kind === 'step' ? [index] : []));
    expect(steps.map((index) => places[index])).toEqual(steps.map((index) => index + FIRST_POINT));
  });

  it('need a longer axis where the other played on', () => {
    const short = shortClass(2);
    const places = alignedPlaces(compareTimelines(short.timeline, lesson.timeline));
    const last = lesson.timeline.filter(({ kind }) => kind === 'step').length;
    expect(Math.max(...places)).toBe(short.timeline.length - 1 + FIRST_POINT + last - 2);
    expect([...places].sort((one, next) => one - next)).toEqual(places);
  });
});
