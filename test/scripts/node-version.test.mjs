import { expect, it } from 'vitest';
import { nodeProblem } from '../../scripts/lib/node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('Node.js %s runs the class', (version) => {
  expect(nodeProblem(version, '>=20.19')).toBeNull();
});

it.each(['12.22.0', '18.20.4', '20.9.0', '20.18.3'])(
  'Node.js %s is told what is needed, in one sentence',
  (version) => {
    expect(nodeProblem(version, '>=20.19')).toBe(
      `Descenso needs Node.js 20.19 or newer, and this is ${version}: install a newer one from https://nodejs.org and try again.`,
    );
  },
);
