import type { Connection } from './connection.ts';

/** What Redis has to be told so that what it has acknowledged survives a killed process and a power cut. */
const REQUIRED: Readonly<Record<string, { readonly value: string; readonly otherwise: string }>> = {
  appendonly: { value: 'yes', otherwise: 'what is acknowledged is gone when Redis is killed' },
  appendfsync: { value: 'always', otherwise: 'a power cut takes the last second of every class' },
  'maxmemory-policy': { value: 'noeviction', otherwise: 'Redis deletes classes when its memory is full' },
};

/** One sentence for each setting that is not as it has to be, with what would happen and how to set it. */
export async function settingsProblems({ ask }: Pick<Connection, 'ask'>): Promise<readonly string[]> {
  const names = Object.keys(REQUIRED);
  const kept = await ask((client) => client.configGet(names));
  return Object.entries(REQUIRED).flatMap(([name, { value, otherwise }]) => {
    const now = kept[name];
    if (now === value) return [];
    return [
      `Redis has "${name} ${now ?? ''}", and ${otherwise}: set "${name} ${value}" in its configuration.`,
    ];
  });
}
