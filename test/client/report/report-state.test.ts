import { describe, expect, it } from 'vitest';
import type { ApiResult } from '../../../client/link/ask.ts';
import { reportPlaceOf } from '../../../client/screens/report/report-place.ts';
import { csvWayFor } from '../../../client/screens/report/csv-way.ts';
import { createReport, type ReportDeps } from '../../../client/state/report.svelte.ts';

const NAMES = [{ seat: 1, name: 'Nutria curiosa' }];
const file = (): Promise<ApiResult<Blob>> => Promise.resolve({ ok: true, value: new Blob(['a class']) });
const refused = (why: 'unreachable' | 'wrong-key'): Promise<ApiResult<Blob>> =>
  Promise.resolve({ ok: false, error: why, ms: null });
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function open(changes: Partial<ReportDeps<string>> = {}) {
  return createReport<string>({
    isTeacher: true,
    read: file,
    tell: (bytes) => new TextDecoder().decode(bytes),
    namesIn: () => NAMES,
    ...changes,
  });
}

describe('a report', () => {
  it('is told from the file, without names', async () => {
    const asked: boolean[] = [];
    const report = open({
      read: (names) => {
        asked.push(names);
        return file();
      },
    });
    expect(report.state).toEqual({ kind: 'loading' });
    await settled();
    expect(report.state).toEqual({ kind: 'shown', told: 'a class' });
    expect(report.names).toEqual({ kind: 'hidden' });
    expect(asked).toEqual([false]);
  });

  it('says why it could not be fetched, and is fetched again on request', async () => {
    let isUp = false;
    const report = open({ read: () => (isUp ? file() : refused('unreachable')) });
    await settled();
    expect(report.state).toEqual({ kind: 'refused', error: 'unreachable' });
    isUp = true;
    await report.retry();
    expect(report.state).toMatchObject({ kind: 'shown' });
  });

  it('says so of a file that is none', async () => {
    const report = open({
      tell: () => {
        throw new Error('not a recording');
      },
    });
    await settled();
    expect(report.state).toEqual({ kind: 'broken' });
  });

  it('fetches names only when they are asked for, and takes them off again', async () => {
    const report = open();
    await settled();
    await report.showNames(true);
    expect(report.names).toEqual({ kind: 'shown', names: NAMES });
    await report.showNames(false);
    expect(report.names).toEqual({ kind: 'hidden' });
  });

  it('says so where the names are gone', async () => {
    const report = open({ namesIn: () => null });
    await report.showNames(true);
    expect(report.names).toEqual({ kind: 'none' });
  });

  it('never asks for names by the link of a share', async () => {
    const asked: boolean[] = [];
    const report = open({
      isTeacher: false,
      read: (names) => {
        asked.push(names);
        return file();
      },
    });
    await report.showNames(true);
    expect(report.names).toEqual({ kind: 'not-yours' });
    expect(asked).toEqual([false]);
  });
});

describe('the report’s address', () => {
  it('gives its secrets in the fragment', () => {
    expect(reportPlaceOf({ pathname: '/report/one', hash: '#share=secret' })).toEqual({
      id: 'one',
      share: 'secret',
      key: null,
    });
    expect(reportPlaceOf({ pathname: '/report/one', hash: '#key=k' })).toMatchObject({
      share: null,
      key: 'k',
    });
    expect(reportPlaceOf({ pathname: '/report/one', hash: '' })).toMatchObject({ share: null, key: null });
  });
});

describe('tables', () => {
  it('are written as spreadsheets of the language read them', () => {
    expect(csvWayFor('es')).toBe('semicolon-comma');
    expect(csvWayFor('en')).toBe('comma-point');
  });
});
