import { sessionSetup, type Lesson } from '../../shared/lessons/lesson.ts';
import { openClassroomWith, ROOM, TEACHER, type Classroom } from '../../shared/rehearsal/classroom.ts';
import type { Figures, SessionEvent } from '../../shared/session/events.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import { playByHand } from './by-hand.ts';
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
  const isOfBots = members.every(isBot);
  for (const member of members) {
    if (isBot(member)) room.bots(1, member.strategy);
    else room.join(1);
  }
  return { room, play: isOfBots ? runAhead(room) : byHand(room, members, seed) };
}

/** Whoever chooses as a bot does is one. */
function isBot({ copies, comes }: Member): boolean {
  return !copies && comes === 1;
}

/** Where all are bots the rounds are run ahead: the same proposals, in a hundredth of the time. */
function runAhead(room: Classroom): SimulatedClass['play'] {
  return (rounds) =>
    figuresAfter(room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds }));
}

/** Students who copy, or come and go, nudge one by one. */
function byHand(room: Classroom, members: readonly Member[], seed: number): SimulatedClass['play'] {
  return (rounds) =>
    Array.from({ length: rounds }, () => {
      playByHand({ room, members, seed });
      return room.state().figures;
    });
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
