import type { StudentView, TeacherView } from '../../shared/projection/views.ts';
import type { PhaseKind } from '../../shared/session/phases.ts';
import { must } from './ask.ts';
import type { Member } from './member.ts';
import type { Student } from './student.ts';
import type { Tally } from './tally.ts';

/** A rehearsed class. */
export type RehearsedClass = {
  readonly teacher: Member<TeacherView>;
  readonly members: readonly Member<StudentView>[];
  readonly students: readonly Student[];
  readonly tally: Tally;
};

export type Rounds = { readonly byHand: number; readonly ahead: number };

export async function enterStage(teacher: Member<TeacherView>, stage: number): Promise<void> {
  const { serial } = teacher.view();
  await must(teacher, { kind: 'enter-stage', expected: serial, stage });
  await teacher.until((view) => view.stage?.index === stage && view.serial > serial);
}

/** Plays the stage that has just been entered, to its end; tells how many rounds it had. */
export async function playStage(rehearsed: RehearsedClass, rounds: Rounds): Promise<number> {
  const { stage, serial } = rehearsed.teacher.view();
  switch (stage?.kind) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
    case 'probe':
    case 'backprop':
      return playByHand(rehearsed, rounds);
    case 'autopilot':
      return voteAndRun(rehearsed, stage.roundsPlanned);
    case 'stop':
      return runAndReveal(rehearsed, stage.roundsPlanned, serial);
    case 'test':
      return bet(rehearsed, stage.roundsPlanned);
    case undefined:
      throw new Error('no stage was entered');
  }
}

async function playByHand(rehearsed: RehearsedClass, { byHand, ahead }: Rounds): Promise<number> {
  const { teacher } = rehearsed;
  for (let round = 1; round <= byHand; round++) await playRound(rehearsed);
  if (ahead > 0) await change(teacher, { kind: 'fast-forward', rounds: ahead });
  return byHand + ahead;
}

async function playRound({ teacher, members, students, tally }: RehearsedClass): Promise<void> {
  await reach(teacher, 'nudge');
  const round = teacher.view().round?.id ?? 0;
  await Promise.all(students.map((student) => student.play(round)));
  const closed = performance.now();
  const received = members.map(async (member) => {
    await member.until((view) => view.round?.id === round && view.round.phase.kind === 'adjust');
    tally.received(performance.now() - closed);
  });
  await pressNext(teacher);
  await Promise.all([...received, ...students.map((student) => student.settle(round))]);
}

/** The class votes, and the machine takes its steps by its own clock. */
async function voteAndRun({ teacher, students }: RehearsedClass, steps: number): Promise<number> {
  await reach(teacher, 'vote');
  await Promise.all(students.map((student) => student.vote()));
  await pressNext(teacher);
  await teacher.until(({ machine }) => (machine?.steps ?? 0) >= steps);
  return steps;
}

/** Step by step at the press of the button, so that the same seed stops at the same rounds; then the reveal. */
async function runAndReveal(
  { teacher, members, students }: RehearsedClass,
  steps: number,
  entered: number,
): Promise<number> {
  await must(teacher, { kind: 'change-settings', patch: { machineSpeed: 0 } });
  await reach(teacher, 'run');
  for (let step = 1; step <= steps; step++) {
    await pressNext(teacher);
    await Promise.all(members.map((member) => member.until(({ machine }) => machine?.steps === step)));
    await Promise.all(students.map((student) => student.maybeStop(entered)));
  }
  await reach(teacher, 'reveal');
  return steps;
}

async function bet({ teacher, students }: RehearsedClass, animals: number): Promise<number> {
  for (let animal = 0; animal < animals; animal++) {
    await reach(teacher, 'bet');
    await Promise.all(students.map((student) => student.bet()));
    await reach(teacher, 'answer');
  }
  await reach(teacher, 'score');
  return animals;
}

/** Presses the big button until the running round is where it should be, at least once. */
async function reach(teacher: Member<TeacherView>, phase: PhaseKind): Promise<void> {
  do await pressNext(teacher);
  while (teacher.view().round?.phase.kind !== phase);
}

async function pressNext(teacher: Member<TeacherView>): Promise<void> {
  await change(teacher, { kind: 'next' });
}

/** Asks for what may happen only once, and waits until the console shows what it did. */
async function change(teacher: Member<TeacherView>, intent: object): Promise<void> {
  const { serial } = teacher.view();
  await must(teacher, { ...intent, expected: serial });
  await teacher.until((view) => view.serial > serial);
}
