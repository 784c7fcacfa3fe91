import { describe, expect, it } from 'vitest';
import { rehearse } from '../../../shared/recording/rehearse.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { record } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

/** What is looked at in a recording that is as long as this. */
function lookedAt(recording: Recording, events: number): readonly number[] {
  const asked: number[] = [];
  const noting = (version: number) => {
    asked.push(version);
    return recording.stateAt(1);
  };
  rehearse({ ...recording, header: { ...recording.header, events }, stateAt: noting }, () => undefined);
  return asked;
}

describe('a recording that is opened', () => {
  const recording = openRecording(record(playSmallClass()));

  it('is looked at from its first part to its last moment if it is long', () => {
    const asked = lookedAt(recording, 120_000);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked[0]).toBeLessThanOrEqual(10_000);
    expect(asked[asked.length - 1]).toBe(120_000);
    expect([...asked].sort((one, other) => one - other)).toEqual(asked);
  });

  it('is not kept waiting for if it is short', () => {
    expect(lookedAt(recording, 900)).toEqual([]);
  });
});
