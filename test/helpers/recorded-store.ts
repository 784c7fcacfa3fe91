import { openSqliteStore } from '../../server/journal/sqlite.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { seatNumber, sessionId, type SessionId } from '../../shared/session/ids.ts';

/** Fills a data folder, before a server has it, with ended classes that all did the same. */
export async function fillWithClasses(
  directory: string,
  count: number,
  lines: readonly JournalLine[],
): Promise<readonly SessionId[]> {
  const { journal, catalogue } = await openSqliteStore({ directory });
  const ids = Array.from({ length: count }, (_, index) =>
    sessionId(`class-${String(index).padStart(3, '0')}-${'x'.repeat(12)}`),
  );
  for (const id of ids) {
    const { epoch } = await journal.open(id);
    await journal.append(
      id,
      epoch,
      1,
      lines.map(({ json }) => json),
    );
    const names = new Map([[seatNumber(1), { name: `Filomena of ${id}`, free: false }]]);
    await catalogue.saveRoster(id, { version: 1, names });
    await catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: Date.now() });
    await catalogue.endSession(id, Date.now());
  }
  await journal.close();
  return ids;
}
