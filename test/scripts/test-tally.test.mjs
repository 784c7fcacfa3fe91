import { expect, it } from 'vitest';
import { tally, verdict } from '../../scripts/lib/test-tally.mjs';

const file = (status, ...statuses) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

it('counts tests over all files', () => {
  const report = {
    testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'todo')],
  };
  expect(tally(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

it('a test file that cannot be read is a failure, not an absence', () => {
  expect(tally({ testResults: [file('passed', 'passed'), file('failed')] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it('says it in the line that machines read', () => {
  expect(verdict({ passed: 12, failed: 0, skipped: 3 }, 0)).toEqual({
    line: '12 passed, 0 failed, 3 skipped',
    ok: true,
  });
});

it('an error outside any test fails the run', () => {
  expect(verdict({ passed: 12, failed: 0, skipped: 0 }, 1)).toEqual({
    line: '12 passed, 1 failed, 0 skipped',
    ok: false,
  });
});

it('a run in which nothing ran is no success', () => {
  expect(verdict({ passed: 0, failed: 0, skipped: 4 }, 0).ok).toBe(false);
});
