import type { Catalogue } from '../catalogue.ts';
import type { Connection } from './connection.ts';
import type { Erasing } from './erasing.ts';
import { createCodeKeys } from './code-keys.ts';
import { createRosterKeys } from './roster-keys.ts';
import { createSessionKeys } from './session-keys.ts';
import { createShareKeys } from './share-keys.ts';
import { createShelfKeys } from './shelf-keys.ts';
import { createTokenKeys } from './token-keys.ts';

/** The catalogue on Redis: hashes and sets, and a script wherever more than one of them changes. */
export function createRedisCatalogue(connection: Connection, erasing: Erasing): Catalogue {
  return {
    ...createSessionKeys(connection),
    ...createCodeKeys(connection),
    ...createRosterKeys(connection, erasing),
    ...createTokenKeys(connection),
    ...createShelfKeys(connection, erasing),
    ...createShareKeys(connection),
    // Nothing is ever set aside here: a damaged Redis is restored by whoever runs it.
    deleteOldCopies: async () => 0,
  };
}
