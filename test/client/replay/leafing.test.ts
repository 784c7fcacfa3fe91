import { describe, expect, it } from 'vitest';
import { axisOf, placeOf, versionAt } from '../../../client/replay/axis.ts';
import { pointAt } from '../../../client/replay/landmarks.ts';
import { leafingThrough } from '../../../client/replay/leafing.ts';
import { nextMoment, previousMoment } from '../../../client/replay/moments.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { fileOf, playLesson } from '../../helpers/class-recording.ts';
import { openClassroom } from '../../helpers/classroom.ts';

const recording = openRecording(fileOf(playLesson()));
const { timeline, header } = recording;
const leaf = leafingThrough(recording);
const eventAt = (version: number) => recording.events(version, version)[0]?.event;

describe('leafing through a recording', () => {
  it('goes from one moment that shows something to the next, to the end', () => {
    const stops: number[] = [];
    for (let version = 1; version < header.events;) {
      const next = nextMoment(recording, version);
      expect(next).toBeGreaterThan(version);
      stops.push(next);
      version = next;
    }
    expect(stops[stops.length - 1]).toBe(header.events);
    expect(stops.map((version) => eventAt(version)?.type)).not.toContain('seat-connected');
    expect(stops.length).toBeGreaterThan(100);
  });

  it('comes back by the same moments', () => {
    for (let version = 1; version < header.events;) {
      const next = nextMoment(recording, version);
      if (version > 1) expect(previousMoment(recording, next)).toBe(version);
      version = next;
    }
    expect(previousMoment(recording, 1)).toBe(1);
  });

  it('stops at the end of a round, once it has been taken back where it was', () => {
    const version = timeline.find(({ takenBackAt }) => takenBackAt !== null);
    const before = (version?.version ?? 0) - 1;
    const stop = leaf('round', 1, before);
    expect(eventAt(stop)?.type).toBe('step-taken-back');
    expect(runningRound(recording.stateAt(stop))?.outcome?.takenBack).toBe(true);
  });

  it('goes round by round in both directions, and to the ends', () => {
    const there: number[] = [];
    for (let version = 1; version < header.events; version = leaf('round', 1, version)) there.push(version);
    const back: number[] = [];
    for (let version = header.events; version > 1; version = leaf('round', -1, version)) back.push(version);
    expect(back.slice(1).reverse()).toEqual(there.slice(1));
  });

  it('goes stage by stage; going back within one is no new stage', () => {
    const kinds: string[] = [];
    for (let version = 1; ;) {
      version = leaf('stage', 1, version);
      if (version === header.events) break;
      kinds.push(timeline[pointAt(timeline, version)]?.stageKind ?? '');
    }
    expect(kinds).toEqual(['guess', 'keep-if-better', 'probe', 'backprop']);
  });

  it('has nowhere to go in a class that never began', () => {
    const lobby = openRecording(fileOf(openClassroom()));
    expect(lobby.timeline).toEqual([]);
    expect(leafingThrough(lobby)('round', 1, 1)).toBe(1);
    expect(leafingThrough(lobby)('stage', -1, 1)).toBe(1);
  });
});

describe('the timeline’s axis', () => {
  const axis = axisOf(recording);

  it('finds every version again at its own place', () => {
    for (let version = 1; version <= header.events; version++) {
      expect(versionAt(axis, placeOf(axis, version))).toBe(version);
    }
  });

  it('gives every round the same room, however much happened in it', () => {
    const places = timeline.map(({ version }) => placeOf(axis, version));
    expect(places).toEqual(timeline.map((_, index) => index + 1));
  });

  it('keeps within the ends', () => {
    expect(versionAt(axis, -4)).toBe(1);
    expect(versionAt(axis, 10_000)).toBe(header.events);
    expect(placeOf(axis, header.events)).toBe(axis.versions.length - 1);
  });
});
