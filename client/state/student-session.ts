import type { StudentView } from '../../shared/projection/views.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import { connect } from '../link/connect.ts';
import { createSession, type Session } from './session.svelte.ts';
import { tabStorage } from './storage.ts';

/** A student's way into a class. What is asked twice before it could be sent is sent once, as it was asked last. */
export function openStudentSession(code: string, token: string): Session<'student'> {
  return createSession((hooks) =>
    connect({ role: 'student', code, token, replaces, isAsked, storage: tabStorage(), ...hooks }),
  );
}

/** Whether a newer wish makes an older one pointless: another proposal for the same weight, another name. */
export function replaces(older: StudentIntent, newer: StudentIntent): boolean {
  switch (older.kind) {
    case 'nudge':
    case 'guess-arrow':
      return newer.kind === older.kind && newer.round === older.round && newer.parameter === older.parameter;
    case 'vote':
    case 'bet':
      return newer.kind === older.kind;
    // Every point is a point of its own.
    case 'draw-point':
    case 'erase-point':
      return false;
    case 'stop':
    case 'rename':
    case 'leave':
      return newer.kind === older.kind;
  }
}

/** Whether the class still asks this: the round it speaks of is the running one, or the machine is still to be stopped. */
export function isAsked(intent: StudentIntent, { round, stage }: StudentView): boolean {
  switch (intent.kind) {
    case 'nudge':
    case 'guess-arrow':
    case 'vote':
    case 'bet':
      return intent.round === round?.id;
    case 'stop':
      return stage?.kind === 'stop';
    case 'draw-point':
    case 'erase-point':
    case 'rename':
    case 'leave':
      return false;
  }
}
