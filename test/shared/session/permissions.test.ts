import { describe, expect, it } from 'vitest';
import type { Actor, Command, Role } from '../../../shared/session/commands.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { PERMISSIONS } from '../../../shared/session/permissions.ts';
import { openClassroom } from '../../helpers/classroom.ts';

const name = { name: 'Búho veloz', free: false };
const seat = seatNumber(1);

/** One well-formed example of every command there is: a missing row does not compile. */
const EXAMPLES: { readonly [Kind in Command['kind']]: Extract<Command, { kind: Kind }> } = {
  nudge: { kind: 'nudge', round: 1, parameter: 0, direction: 1, size: 'normal' },
  'guess-arrow': { kind: 'guess-arrow', round: 1, parameter: 0, direction: 1 },
  vote: { kind: 'vote', round: 1, vote: 'slow' },
  stop: { kind: 'stop', round: 1 },
  bet: { kind: 'bet', round: 1, animal: 0, answer: 0 },
  'draw-point': { kind: 'draw-point', x: 0, y: 0, classIndex: 0 },
  'erase-point': { kind: 'erase-point' },
  rename: { kind: 'rename', name },
  leave: { kind: 'leave' },
  next: { kind: 'next', expected: 0 },
  'enter-stage': { kind: 'enter-stage', expected: 0, stage: 0 },
  practice: { kind: 'practice', expected: 0 },
  'fast-forward': { kind: 'fast-forward', expected: 0, rounds: 1 },
  'go-back': { kind: 'go-back', expected: 0, point: 0 },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  attention: { kind: 'attention', on: true },
  'more-time': { kind: 'more-time' },
  'change-settings': { kind: 'change-settings', patch: {} },
  lock: { kind: 'lock', locked: true },
  'new-code': { kind: 'new-code', code: 'ZZZ222' },
  'fill-with-bots': { kind: 'fill-with-bots', bots: [] },
  'remove-bots': { kind: 'remove-bots' },
  'remove-seat': { kind: 'remove-seat', seat },
  'restore-seat': { kind: 'restore-seat', seat },
  'admit-seats': { kind: 'admit-seats', seats: [seat] },
  'remove-seats': { kind: 'remove-seats', seats: [seat] },
  'restore-seats': { kind: 'restore-seats', seats: [seat] },
  'mute-seat': { kind: 'mute-seat', seat, muted: true },
  'rename-seat': { kind: 'rename-seat', seat, name },
  reassign: { kind: 'reassign', parameter: 0, seat },
  'blank-screen': { kind: 'blank-screen', blank: true },
  spotlight: { kind: 'spotlight', parameter: 0 },
  'explain-example': { kind: 'explain-example', example: 0 },
  'check-gradient': { kind: 'check-gradient', parameter: 0 },
  'clear-drawing': { kind: 'clear-drawing', classIndex: null },
  'open-drawing': { kind: 'open-drawing', expected: 0 },
  'end-session': { kind: 'end-session' },
  'hold-newcomers': { kind: 'hold-newcomers', why: 'crowd' },
  join: { kind: 'join', name },
  'seat-connected': { kind: 'seat-connected', seat },
  'seat-disconnected': { kind: 'seat-disconnected', seat },
  'absence-grace-over': { kind: 'absence-grace-over', seat },
  'teacher-connected': { kind: 'teacher-connected' },
  'teacher-disconnected': { kind: 'teacher-disconnected' },
  'mark-clock': { kind: 'mark-clock' },
  'clock-ran-out': { kind: 'clock-ran-out', expected: 0 },
  'server-slept': { kind: 'server-slept' },
  'room-opened': { kind: 'room-opened' },
};

const ACTORS: { readonly [Name in Role]: Actor } = {
  student: { role: 'student', seat, intent: { instance: 'test-page', seq: 1 } },
  teacher: { role: 'teacher' },
  screen: { role: 'screen' },
  newcomer: { role: 'newcomer' },
  room: { role: 'room' },
};

/** Who may ask for what, written a second time by hand: a change of the table must be meant. */
const STUDENTS = [
  'nudge',
  'guess-arrow',
  'vote',
  'stop',
  'bet',
  'draw-point',
  'erase-point',
  'rename',
  'leave',
];
const NEWCOMERS = ['join'];
const ROOMS = [
  'hold-newcomers',
  'seat-connected',
  'seat-disconnected',
  'absence-grace-over',
  'teacher-connected',
  'teacher-disconnected',
  'mark-clock',
  'clock-ran-out',
  'server-slept',
  'room-opened',
];

function rightful(kind: string): Role {
  if (STUDENTS.includes(kind)) return 'student';
  if (NEWCOMERS.includes(kind)) return 'newcomer';
  return ROOMS.includes(kind) ? 'room' : 'teacher';
}

describe('who may ask for what', () => {
  for (const [kind, command] of Object.entries(EXAMPLES)) {
    for (const [role, actor] of Object.entries(ACTORS)) {
      const allowed = rightful(kind) === role;
      it(`${role} ${allowed ? 'may' : 'may not'} ask for ${kind}`, () => {
        const room = openClassroom();
        room.join(1);
        const before = room.state();
        const refused = room.refused(actor, command);
        if (allowed) {
          expect(refused).not.toBe('not-allowed');
        } else {
          expect(refused).toBe('not-allowed');
          expect(room.state()).toBe(before);
        }
      });
    }
  }

  it('gives every command exactly one kind of asker', () => {
    for (const [kind, roles] of Object.entries(PERMISSIONS)) expect(roles, kind).toEqual([rightful(kind)]);
  });
});
