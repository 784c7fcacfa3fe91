import { openSqliteStore } from '../../../server/journal/sqlite.ts';
import { describeJournal } from '../../contracts/journal-contract.ts';
import { temporaryFolder } from './temporary-store.ts';

describeJournal('SQLite', async () => {
  const folder = temporaryFolder();
  const open = async () => (await openSqliteStore({ directory: folder.path })).journal;
  const journal = await open();
  return {
    journal,
    another: open,
    dispose: async () => {
      await journal.close();
      folder.remove();
    },
  };
});
