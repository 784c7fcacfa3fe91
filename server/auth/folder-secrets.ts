import { join } from 'node:path';
import type { Secrets } from '../journal/secrets.ts';
import { readSecret, writeSecret } from './secret-file.ts';

/** Secrets as files of a data folder, for nobody but the owner to read. */
export function folderSecrets(folder: string): Secrets {
  const where = (name: string): string => join(folder, name);
  return {
    read: (name) => readSecret(where(name)),
    keep: async (name, secret) => {
      const kept = await readSecret(where(name));
      if (kept === null) await writeSecret(where(name), secret);
      return kept ?? secret;
    },
    where,
  };
}
