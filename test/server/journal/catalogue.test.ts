import { openSqliteStore } from '../../../server/journal/sqlite.ts';
import { describeCatalogue } from '../../contracts/catalogue-contract.ts';
import { temporaryFolder } from './temporary-store.ts';

describeCatalogue('SQLite', async () => {
  const folder = temporaryFolder();
  const { journal, catalogue } = await openSqliteStore({ directory: folder.path });
  return {
    catalogue,
    journal,
    dispose: async () => {
      await journal.close();
      folder.remove();
    },
  };
});
