import { EMPTY_ROSTER, withoutNames, type Roster } from '../../../shared/session/roster.ts';
import type { SessionId } from '../../../shared/session/ids.ts';
import type { Catalogue } from '../catalogue.ts';
import { JournalError } from '../journal.ts';
import { decodeNames, encodeNames } from '../roster-json.ts';
import { SAVE_ROSTER, SET_WHERE_THERE } from './catalogue-scripts.ts';
import type { Connection } from './connection.ts';
import type { Erasing } from './erasing.ts';
import { KEYS } from './keys.ts';

type RosterKeys = Pick<Catalogue, 'saveRoster' | 'loadRoster' | 'deleteNames'>;

export function createRosterKeys({ ask, run }: Connection, erasing: Erasing): RosterKeys {
  const load = async (id: SessionId): Promise<Roster> => {
    const { version, names } = await ask((client) => client.hGetAll(KEYS.roster(id)));
    return version === undefined || names === undefined ? EMPTY_ROSTER : decodeNames(Number(version), names);
  };
  return {
    saveRoster: async (id, roster, epoch) => {
      const keys = [KEYS.roster(id), KEYS.head(id)];
      const [outcome] = await run(SAVE_ROSTER, keys, [roster.version, encodeNames(roster), epoch ?? '']);
      if (outcome === 'fenced')
        throw new JournalError('fenced', `epoch ${epoch} of session ${id} is not the running one`);
    },
    loadRoster: load,
    deleteNames: async (id, which) => {
      const after = withoutNames(await load(id), which);
      await run(SET_WHERE_THERE, [KEYS.roster(id)], ['version', after.version, 'names', encodeNames(after)]);
      erasing.erase();
      return after;
    },
  };
}
