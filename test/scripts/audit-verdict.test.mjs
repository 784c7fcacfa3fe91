import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditVerdict } from '../../scripts/lib/audit-verdict.mjs';

/** What npm 11 printed for this project, once for each way a registry may answer; the advisory covers a range that was made up. */
const recorded = (name) => auditVerdict(readFileSync(`test/fixtures/audit/${name}.json`, 'utf8'));

it('passes where nothing is known', () => {
  expect(recorded('clean')).toEqual({ kind: 'clean', lines: [] });
});

it('passes what is rated moderate, and tells of it', () => {
  expect(recorded('moderate')).toEqual({
    kind: 'clean',
    lines: ['6 known, none of them rated high or critical'],
  });
});

it('fails on a hole rated high, in the package and in all that bring it', () => {
  const { kind, lines } = recorded('high');
  expect(kind).toBe('holes');
  expect(lines).toContain(
    'ws >=8.0.0: high, ws affected by a DoS when handling a request with many HTTP headers (https://github.com/advisories/GHSA-3h5v-q93c-6h6q)',
  );
  expect(lines.map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['engine.io', 'socket.io', 'socket.io-client']),
  );
});

it.each(['unreachable', 'no-endpoint'])('is skipped, in one line, where the registry is %s', (name) => {
  const { kind, lines } = recorded(name);
  expect(kind).toBe('skipped');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^Skipped: \S/u);
});

it.each([
  ['our own mistake', '{"error":{"code":"ENOLOCK","summary":"This command requires an existing lockfile."}}'],
  ['nothing', ''],
  ['no report', '[]'],
])('does not pass %s off as a clean bill', (_, output) => {
  expect(auditVerdict(output).kind).toBe('broken');
});
