import type { Rng } from '../../shared/math/rng.ts';
import type { TeacherView } from '../../shared/projection/views.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import type { Device } from './device.ts';

/** What a teacher asks for now, by what the console shows; null for nothing. */
export function teachersWish({ link }: Device<'teacher'>, rng: Rng): TeacherIntent | null {
  const view = link.state().picture?.view;
  if (view === undefined || view.class.activity === 'ended') return null;
  const expected = view.serial;
  const [waiting] = view.door.waiting;
  if (waiting !== undefined && rng.next() < 0.3) return atTheDoor(waiting.seat, rng);
  if (view.pause.length > 0 && rng.next() < 0.7) return { kind: 'next', expected };
  const thinking = view.round?.phase.kind === 'nudge' || view.round?.phase.kind === 'bet';
  if (rng.next() < (thinking ? 0.15 : 0.65)) return { kind: 'next', expected };
  return rng.next() < 0.5 ? seldom(view, rng, expected) : null;
}

/** Believes most of those who say that a seat was theirs. */
function atTheDoor(seat: number, rng: Rng): TeacherIntent {
  return { kind: rng.next() < 0.8 ? 'admit-seats' : 'remove-seats', seats: [seat] };
}

function seldom(view: TeacherView, rng: Rng, expected: number): TeacherIntent | null {
  const students = view.table.filter(({ bot }) => !bot);
  const row = students[rng.below(students.length)];
  const parameter = rng.below(view.class.parameterCount);
  switch (rng.below(22)) {
    case 0:
      return { kind: 'pause' };
    case 1:
      return { kind: 'attention', on: view.pause.length === 0 };
    case 2:
      return { kind: 'more-time' };
    case 3:
      return { kind: 'lock', locked: !view.class.locked };
    case 4:
      return row === undefined ? null : { kind: 'remove-seat', seat: row.seat };
    case 5:
    case 6: {
      const removed = view.table.find(({ membership }) => membership === 'removed');
      return removed === undefined ? null : { kind: 'restore-seat', seat: removed.seat };
    }
    case 7:
      return row === undefined ? null : { kind: 'mute-seat', seat: row.seat, muted: !row.muted };
    case 8:
      return row === undefined ? null : { kind: 'reassign', parameter, seat: row.seat };
    case 9:
      return row === undefined ? null : { kind: 'rename-seat', seat: row.seat, name: null };
    case 10:
      return { kind: 'new-code' };
    case 11:
      return view.class.bots > 3
        ? { kind: 'remove-bots' }
        : { kind: 'fill-with-bots', seats: view.class.seats + 1 + rng.below(2) };
    case 12:
      return { kind: 'blank-screen', blank: !view.blank };
    case 13:
      return { kind: 'spotlight', parameter: rng.next() < 0.5 ? null : parameter };
    case 14:
      return view.curve.length > 1
        ? { kind: 'go-back', expected, point: rng.below(view.curve.length) }
        : null;
    case 15:
      return { kind: 'enter-stage', expected, stage: rng.below(view.plan.length) };
    case 16:
      return { kind: 'fast-forward', expected, rounds: 1 + rng.below(3) };
    case 17:
      return { kind: 'practice', expected };
    case 18:
      return { kind: 'check-gradient', parameter };
    case 19:
      return { kind: 'explain-example', example: rng.below(10) };
    default:
      return { kind: 'change-settings', patch: someSetting(rng) };
  }
}

function someSetting(rng: Rng): SettingsPatch {
  const patches: readonly SettingsPatch[] = [
    { roundSeconds: 5 + rng.below(10) },
    { roundSeconds: null },
    { closeRule: 'all' },
    { closeRule: 'ninety-percent' },
    { closeRule: 'teacher' },
    { aggregation: 'median' },
    { aggregation: 'majority' },
    { stepSize: 0.1 + rng.next() },
    { stepPolicy: 'adaptive' },
    { pace: { kind: 'automatic', speed: 4 } },
    { pace: { kind: 'manual' } },
    { caretaker: 'hold' },
    { caretaker: 'gradient' },
    { absenceGraceSeconds: rng.below(4) },
    { namesOnEdges: true },
    { hints: false },
    { freeNames: true },
    { approveNewcomers: rng.next() < 0.5 },
    { machineSpeed: 2 },
  ];
  return patches[rng.below(patches.length)] ?? {};
}
