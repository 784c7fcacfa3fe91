import { expect, it } from 'vitest';
import { isInstalled } from '../../scripts/lib/ensure-installed.mjs';
import { folderWith } from './in-temporary-folder.mjs';

const lock = (packages) => JSON.stringify({ packages });
const folder = (locked, installed) =>
  folderWith({
    'package-lock.json': lock({ '': { name: 'descenso' }, ...locked }),
    ...(installed === null ? {} : { 'node_modules/.package-lock.json': lock(installed) }),
  });
const hono = { 'node_modules/hono': { version: '4.13.19' } };

it('a bare folder is not installed', () => {
  expect(isInstalled(folder(hono, null))).toBe(false);
});

it('a folder that npm has filled is', () => {
  expect(isInstalled(folder(hono, hono))).toBe(true);
});

it('a lock that a pull has moved on wants a new install', () => {
  expect(isInstalled(folder(hono, { 'node_modules/hono': { version: '4.13.18' } }))).toBe(false);
  expect(isInstalled(folder({ ...hono, 'node_modules/uqr': { version: '0.1.3' } }, hono))).toBe(false);
});

it('packages for another platform are not missed', () => {
  const forMac = { 'node_modules/fsevents': { version: '2.3.3', optional: true } };
  expect(isInstalled(folder({ ...hono, ...forMac }, hono))).toBe(true);
});
