import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sessionId } from '../../../shared/session/ids.ts';
import type { Journal } from '../../../server/journal/journal.ts';
import { refused } from '../../contracts/journal-contract.ts';
import { temporaryFolder, withStore } from './temporary-store.ts';

const session = sessionId('full');
const kilobyte = JSON.stringify('x'.repeat(1000));

/** Appends until there is no room, and says how many events went in. */
async function fillUp(journal: Journal, epoch: number): Promise<number> {
  for (let version = 1; ; version += 10) {
    const stored = await journal
      .append(
        session,
        epoch,
        version,
        Array.from({ length: 10 }, () => kilobyte),
      )
      .then(
        () => true,
        () => false,
      );
    if (!stored) return version - 1;
  }
}

it('a full disk is said to be full, loses nothing, goes on being read, and is written again once there is room', async () => {
  const folder = temporaryFolder();
  await withStore({ directory: folder.path, maxPages: 200 }, async ({ journal, catalogue }) => {
    await journal.open(sessionId('other'));
    await journal.append(
      sessionId('other'),
      1,
      1,
      Array.from({ length: 100 }, () => kilobyte),
    );
    const { epoch } = await journal.open(session);
    const acknowledged = await fillUp(journal, epoch);
    expect(acknowledged).toBeGreaterThan(100);
    const texts = Array.from({ length: 10 }, () => kilobyte);
    await refused('store-full', journal.append(session, epoch, acknowledged + 1, texts));
    expect(await journal.read(session, 1)).toHaveLength(acknowledged);
    expect(await catalogue.findToken('nobody')).toBeNull();
    await journal.delete(sessionId('other'));
    await journal.append(session, epoch, acknowledged + 1, texts);
    expect(await journal.read(session, 1)).toHaveLength(acknowledged + 10);
  });
  folder.remove();
});

/** A small disk of its own takes privileges; elsewhere the test above stands in for it. */
function mountSmallDisk(path: string): boolean {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it('a real disk that fills up beside the class keeps every acknowledged nudge, and the class goes on when it is cleared', async ({
  skip,
}) => {
  const folder = temporaryFolder();
  if (!mountSmallDisk(folder.path)) {
    folder.remove();
    skip('mounting a small disk takes privileges that are missing here');
  }
  try {
    const filler = join(folder.path, 'holiday-videos');
    const acknowledged = await withStore({ directory: folder.path }, async ({ journal }) => {
      const { epoch } = await journal.open(session);
      const { bavail, bsize } = statfsSync(folder.path);
      writeFileSync(filler, Buffer.alloc(bavail * bsize - 2 * 1024 * 1024));
      const count = await fillUp(journal, epoch);
      await refused(
        'store-full',
        journal.append(
          session,
          epoch,
          count + 1,
          Array.from({ length: 10 }, () => kilobyte),
        ),
      );
      expect(await journal.read(session, 1)).toHaveLength(count);
      rmSync(filler);
      await journal.append(session, epoch, count + 1, [kilobyte]);
      return count + 1;
    });
    await withStore({ directory: folder.path }, async ({ journal, report }) => {
      expect(report).toEqual({ kind: 'sound' });
      expect((await journal.open(session)).events).toHaveLength(acknowledged);
    });
  } finally {
    execFileSync('/bin/umount', [folder.path]);
    folder.remove();
  }
});
