import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEvent, writeEvent } from '../../../server/room/stored-event.ts';
import { isEvent } from '../../../shared/recording/event-schema.ts';
import { RecordingError } from '../../../shared/recording/recording-error.ts';
import { upgradeEvent } from '../../../shared/recording/upgrade.ts';
import { EVENT_VERSION } from '../../../shared/session/events.ts';
import { evolve, openedState } from '../../../shared/session/evolve.ts';
import { openClassroom } from '../../helpers/classroom.ts';

function goldenTexts(version = 1): readonly string[] {
  const golden = new URL(`../../golden/session-events-${version}.jsonl`, import.meta.url);
  const lines = readFileSync(golden, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.stringify((JSON.parse(line) as [number, number, unknown])[2]));
}

function refusal(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof RecordingError ? error.code : 'another error';
  }
}

describe('an event of an earlier version', () => {
  it('of version 1 says that its session began at the beginning, on the lesson’s own material, and all else as it did', () => {
    const [first = '', ...rest] = goldenTexts();
    const { event } = JSON.parse(first) as { event: { setup: { stages: readonly object[] } } };
    const stages = event.setup.stages.map((stage) => ({ ...stage, material: null }));
    expect(readEvent(first)).toMatchObject({ ...event, setup: { ...event.setup, stages, origin: null } });
    for (const text of rest) {
      expect(readEvent(text)).toMatchObject((JSON.parse(text) as { event: object }).event);
    }
  });

  it('from before machines says that every stage was played by hand, on the lesson’s own network and data', () => {
    const facts = goldenTexts().map(readEvent);
    const machine = { learningRate: 0.5, batchSize: null, machineSpeed: 2 };
    const [opened] = facts;
    if (opened?.type !== 'session-opened') throw new Error('a session opens first');
    expect(opened.setup.settings).toMatchObject(machine);
    expect(opened.setup.stages.length).toBeGreaterThan(3);
    for (const plan of opened.setup.stages) expect(plan).toMatchObject({ material: null, machine: null });
    for (const fact of facts) {
      if (fact.type === 'settings-changed') expect(fact.settings).toMatchObject(machine);
      if (fact.type === 'stage-entered' || fact.type === 'went-back') expect(fact.facts.machine).toBeNull();
    }
    expect(new Set(facts.map(({ type }) => type))).toContain('went-back');
  });

  it('of version 2 or 3 is read as well, and its class stands where it stood', () => {
    for (const version of [2, 3]) {
      const [opened, ...rest] = goldenTexts(version).map(readEvent);
      if (opened?.type !== 'session-opened') throw new Error('a session opens first');
      expect(opened.setup.drawing).toBeNull();
      const state = rest.reduce(evolve, openedState(opened));
      expect(state.history.length).toBeGreaterThan(20);
      expect(opened.setup.settings.machineSpeed).toBe(2);
      for (const fact of [opened, ...rest]) expect(isEvent(fact) ? 'known' : fact).toBe('known');
    }
  });

  it('from before newcomers waited says that whoever joined was in', () => {
    const facts = goldenTexts(4).map(readEvent);
    const [opened, ...rest] = facts;
    if (opened?.type !== 'session-opened') throw new Error('a session opens first');
    expect(opened.setup.settings.approveNewcomers).toBe(false);
    const joined = facts.filter(({ type }) => type === 'seat-joined');
    expect(joined.length).toBeGreaterThan(3);
    for (const fact of joined) expect(fact).toMatchObject({ waits: false, claims: null, atMs: null });
    const { seats } = rest.reduce(evolve, openedState(opened));
    expect([...seats.values()].some(({ membership }) => membership === 'waiting')).toBe(false);
    for (const fact of facts) expect(isEvent(fact) ? 'known' : fact).toBe('known');
  });

  it('of version 5 is read as it was written', () => {
    for (const text of goldenTexts(5)) {
      expect(readEvent(text)).toEqual((JSON.parse(text) as { event: unknown }).event);
    }
  });

  it('of today is read as it was written', () => {
    const [opened] = openClassroom().facts();
    if (opened === undefined) throw new Error('a class opens with a fact');
    const text = writeEvent(opened, 12);
    expect(upgradeEvent(JSON.parse(text))).toEqual({ v: EVENT_VERSION, atMs: 12, event: opened });
    expect(readEvent(text)).toEqual(opened);
  });

  it('is refused if it is of a version that is yet to come, or of none', () => {
    const event = { type: 'teacher-came' };
    expect(refusal(() => upgradeEvent({ v: EVENT_VERSION + 1, atMs: 1, event }))).toBe('newer-version');
    for (const v of [0, -1, 1.5, '1', null, undefined, Number.NaN, {}]) {
      expect(refusal(() => upgradeEvent({ v, atMs: 1, event }))).toBe('malformed');
    }
    for (const stored of [null, 'text', 7, [], undefined]) {
      expect(refusal(() => upgradeEvent(stored))).toBe('malformed');
    }
  });
});
