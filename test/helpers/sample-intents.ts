import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';

type Intent = StudentIntent | TeacherIntent;

/** One well-formed intent of every kind: a kind that is added is missed by the compiler until it has one here. */
const SAMPLES: { readonly [Kind in Intent['kind']]: Extract<Intent, { kind: Kind }> } = {
  nudge: { kind: 'nudge', round: 1, parameter: 0, direction: 1, size: 'normal' },
  'guess-arrow': { kind: 'guess-arrow', round: 1, parameter: 0, direction: -1 },
  vote: { kind: 'vote', round: 1, vote: 'fast' },
  stop: { kind: 'stop', round: 1 },
  bet: { kind: 'bet', round: 1, animal: 0, answer: 1 },
  'draw-point': { kind: 'draw-point', x: 0.5, y: -0.25, classIndex: 1 },
  'erase-point': { kind: 'erase-point' },
  rename: { kind: 'rename', name: null },
  leave: { kind: 'leave' },
  next: { kind: 'next', expected: 0 },
  'enter-stage': { kind: 'enter-stage', expected: 0, stage: 1 },
  practice: { kind: 'practice', expected: 0 },
  'fast-forward': { kind: 'fast-forward', expected: 0, rounds: 2 },
  'go-back': { kind: 'go-back', expected: 0, point: 0 },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  attention: { kind: 'attention', on: true },
  'more-time': { kind: 'more-time' },
  'change-settings': { kind: 'change-settings', patch: { freeNames: true } },
  lock: { kind: 'lock', locked: true },
  'new-code': { kind: 'new-code' },
  'fill-with-bots': { kind: 'fill-with-bots', seats: 5 },
  'remove-bots': { kind: 'remove-bots' },
  'remove-seat': { kind: 'remove-seat', seat: 1 },
  'restore-seat': { kind: 'restore-seat', seat: 1 },
  'admit-seats': { kind: 'admit-seats', seats: [1, 2] },
  'remove-seats': { kind: 'remove-seats', seats: [1, 2] },
  'restore-seats': { kind: 'restore-seats', seats: [1, 2] },
  'mute-seat': { kind: 'mute-seat', seat: 1, muted: true },
  'rename-seat': { kind: 'rename-seat', seat: 1, name: null },
  reassign: { kind: 'reassign', parameter: 0, seat: 1 },
  'blank-screen': { kind: 'blank-screen', blank: true },
  spotlight: { kind: 'spotlight', parameter: 0 },
  'explain-example': { kind: 'explain-example', example: 0 },
  'check-gradient': { kind: 'check-gradient', parameter: 0 },
  'clear-drawing': { kind: 'clear-drawing', classIndex: null },
  'open-drawing': { kind: 'open-drawing', expected: 0 },
  'end-session': { kind: 'end-session' },
};

export const SAMPLE_INTENTS: readonly Intent[] = Object.values(SAMPLES);
