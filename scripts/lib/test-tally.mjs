/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ status: string, assertionResults: readonly Assertion[] }} FileResult
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * Counts what vitest's json report tells. A file that could not even be read by the runner counts as one failure: its
 * tests are missing from every other number.
 * @param {{ testResults: readonly FileResult[] }} report
 * @returns {Tally}
 */
export function tally(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const unreadable = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const passed = tests.filter((status) => status === 'passed').length;
  const failed = tests.filter((status) => status === 'failed').length;
  return { passed, failed: failed + unreadable.length, skipped: tests.length - passed - failed };
}

/**
 * The verdict of a whole run. An error outside any test (vitest ends with a code other than 0 and no test failed) is a
 * failure too, and so is a run in which nothing ran.
 * @param {Tally} counted
 * @param {number} exitCode vitest's
 * @returns {{ line: string, ok: boolean }}
 */
export function verdict(counted, exitCode) {
  const failed = counted.failed === 0 && exitCode !== 0 ? 1 : counted.failed;
  return {
    line: `${counted.passed} passed, ${failed} failed, ${counted.skipped} skipped`,
    ok: failed === 0 && counted.passed > 0,
  };
}
