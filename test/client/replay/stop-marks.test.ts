import { describe, expect, it } from 'vitest';
import { stopMarks } from '../../../client/replay/stop-marks.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { playMachineClass } from '../../helpers/machine-class.ts';
import { journalOf } from '../../helpers/journal-lines.ts';
import { record } from '../../helpers/recordings.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

describe('the stops on a recording’s timeline', () => {
  const recording = openRecording(record(journalOf(playMachineClass().facts())));
  const marks = stopMarks(recording);

  it('lie at the machine’s rounds the class had stopped in', () => {
    const [revealed] = marks.revealed;
    expect(marks.revealed).toHaveLength(1);
    expect(marks.stops.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(2);
    for (const [index, { point }] of marks.stops.entries()) {
      const stood = recording.timeline[point];
      expect(stood?.stageKind).toBe('stop');
      expect(stood?.figures.validationLoss).toBe(revealed?.validation[revealed.stops[index]?.round ?? -1]);
    }
  });

  it('come with the point at which new examples did best', () => {
    const errors = recording.timeline.flatMap(({ stageKind, figures }) =>
      stageKind === 'stop' ? [figures.validationLoss] : [],
    );
    const [best = -1] = marks.best;
    expect(recording.timeline[best]?.figures.validationLoss).toBe(Math.min(...errors));
  });

  it('are none where no class was asked', () => {
    expect(stopMarks(openRecording(record(playSmallClass())))).toEqual({ stops: [], best: [], revealed: [] });
  });
});
