import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../shared/recording/recording.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { continuedSetup } from '../../../shared/session/continued-setup.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { openClassroom, openClassroomWith, ROOM, TEACHER } from '../../helpers/classroom.ts';
import { openMachineClass, STAGE } from '../../helpers/machine-lesson.ts';
import { leavesOf, withLeaf, type Leaf } from '../../helpers/leaves.ts';
import { asRecorded, firstLie, recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

/** Numbers that somebody chose, and no rule can tell from others. Whoever moves them is found by what follows. */
const CHOSEN =
  /^session-opened \.setup|^(nudged|arrow-guessed) \.(seat|parameter|nudge|direction|intent)|^(stage-entered \.facts\.stage|went-back \.point|seat-.*\.seat)$|\.bot\.|^parameter-(reassigned|spotlighted)|^settings-changed \.settings|^clock-set|^(voted|stopped|bet-placed) \.(seat|answer|intent)|^example-explained \.example|^descended \.clock/u;

/** Every number of a recording that follows from what is before it. */
function derivedNumbers(events: readonly RecordedEvent[]) {
  return events.flatMap((recorded, index) =>
    leavesOf(recorded.event)
      .filter(({ value }) => typeof value === 'number')
      .map((leaf) => ({ index, kind: kindOf(recorded.event, leaf), leaf }))
      .filter(({ kind }) => !CHOSEN.test(kind)),
  );
}

function kindOf(event: SessionEvent, { path }: Leaf): string {
  return `${event.type} ${path.map((key) => (typeof key === 'number' ? '[]' : `.${key}`)).join('')}`;
}

/** The recording with one number a hair beside itself: ten times what counts as the same. */
function falsified(
  events: readonly RecordedEvent[],
  index: number,
  { path, value }: Leaf,
): readonly RecordedEvent[] {
  const hair = 1e-8 * Math.max(1, Math.abs(Number(value)));
  return events.map((recorded, at) =>
    at === index ? withLeaf(recorded, ['event', ...path], Number(value) + hair) : recorded,
  );
}

describe('what a class really did', () => {
  it('is proven, whatever it did', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(firstLie(recordedEvents(playBusyClass(plan)))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a machine whose clock was marked after it had run out', () => {
  it('is proven: its next step is late by what the mark says and what came after', () => {
    const room = openMachineClass();
    room.must(ROOM, { kind: 'teacher-connected' });
    room.enter(STAGE.autopilot);
    room.reach('run');
    room.next();
    room.must(ROOM, { kind: 'mark-clock' }, 510);
    room.must(ROOM, { kind: 'clock-ran-out', expected: room.state().serial }, 5);
    expect(room.state().clock).toMatchObject({ remainingMs: 485, totalMs: 500 });
    expect(firstLie(asRecorded(room.facts()))).toBeNull();
  });
});

describe('a class that goes on from a recording', () => {
  const origin = { recording: 'an-earlier-class', version: 87 };
  const before = openClassroom({ seed: 4 });
  before.bots(5);
  before.enter(2);
  before.must(TEACHER, { kind: 'fast-forward', expected: before.state().serial, rounds: 3 });
  const setup = continuedSetup(before.state(), origin, 5);
  if (setup === null) throw new Error('nothing to go on from');
  const room = openClassroomWith(setup);
  room.bots(17);
  room.reach('adjust');

  it('is proven like any other', () => {
    expect(firstLie(asRecorded(room.facts()))).toBeNull();
  });

  it('is found when it says that it begins with a better network than it does', () => {
    const better = withLeaf(setup, ['origin', 'facts', 'figures', 'loss'], 0.01);
    expect(firstLie(asRecorded(openClassroomWith(better).facts()))).toMatchObject({
      version: 1,
      what: expect.stringContaining('setup.origin.facts.figures.loss should be'),
    });
  });
});

describe('a number that was changed afterwards', () => {
  it('is found at its event, whatever it is', () => {
    const events = recordedEvents(playSmallClass());
    expect(firstLie(events)).toBeNull();
    const numbers = derivedNumbers(events);
    const kinds = [...new Set(numbers.map(({ kind }) => kind))];
    for (const kind of kinds) {
      const found = numbers.filter((number) => number.kind === kind);
      const chosen = found[Math.floor(found.length / 2)];
      if (chosen === undefined) throw new Error(`no ${kind}`);
      expect(firstLie(falsified(events, chosen.index, chosen.leaf)), kind).toMatchObject({
        version: chosen.index + 1,
      });
    }
  });

  it('is found at its event in any class', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), (plan, which) => {
        const events = recordedEvents(playBusyClass(plan));
        const numbers = derivedNumbers(events);
        const chosen = numbers[which % numbers.length];
        fc.pre(chosen !== undefined);
        expect(firstLie(falsified(events, chosen.index, chosen.leaf))).toMatchObject({
          version: chosen.index + 1,
        });
      }),
      { numRuns: 60 },
    );
  });
});
