import { sessionSetup, type Lesson } from '../../shared/lessons/lesson.ts';
import { openClassroomWith, ROOM, TEACHER, type Classroom } from '../../shared/rehearsal/classroom.ts';
import type { Figures, SessionEvent } from '../../shared/session/events.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import { playByHand, type Nudged } from './by-hand.ts';
import { membersOf, type Member, type Mixture } from './mixtures.ts';

export type ClassPlan = {
  readonly seats: number;
  readonly mixture: Mixture;
  readonly seed: number;
};

/** A class without sockets, its students simulated: all that happens in it passes the real `decide`. */
export type SimulatedClass = {
  readonly room: Classroom;
  /** The figures after each of so many rounds. */
  readonly play: (rounds: number) => readonly Figures[];
};

/** Rounds close when the teacher says so: everybody present has proposed by then. */
const SETTINGS: SettingsPatch = { closeRule: 'teacher', roundSeconds: null };

export function openSimulatedClass(lesson: Lesson, { seats, mixture, seed }: ClassPlan): SimulatedClass {
  const room = openClassroomWith(sessionSetup(lesson, { language: 'es', seed, settings: SETTINGS }));
  room.must(ROOM, { kind: 'teacher-connected' });
  const members = membersOf(mixture, seats);
  const isOfBots = members.every(({ copies, comes }) => !copies && comes === 1);
  return isOfBots ? classOfBots(room, members) : classOfStudents(room, members, seed);
}

/** Whoever chooses as a bot does is one, and the rounds are run ahead: the same proposals, in a hundredth of the time. */
function classOfBots(room: Classroom, members: readonly Member[]): SimulatedClass {
  const bots = members.map(({ strategy }, index) => ({
    name: { name: `Bot ${index + 1}`, free: false },
    bot: strategy,
  }));
  room.must(TEACHER, { kind: 'fill-with-bots', bots });
  return {
    room,
    play: (rounds) =>
      figuresAfter(room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds })),
  };
}

/** Students who copy, or come and go, nudge one by one. */
function classOfStudents(room: Classroom, members: readonly Member[], seed: number): SimulatedClass {
  room.join(members.length);
  let before: Nudged = new Map();
  return {
    room,
    play: (rounds) =>
      Array.from({ length: rounds }, () => {
        before = playByHand({ room, members, seed }, before);
        return room.state().figures;
      }),
  };
}

/** The figures each round left: those before it where it was taken back. */
function figuresAfter(facts: readonly SessionEvent[]): readonly Figures[] {
  const after: Figures[] = [];
  for (const fact of facts) {
    if (fact.type === 'step-taken' || fact.type === 'descended') after.push(fact.figures);
    if (fact.type === 'step-taken-back') after.splice(-1, 1, fact.figures);
  }
  return after;
}
