import { EMPTY_ROSTER, type Roster } from '../../../shared/session/roster.ts';
import type { SessionId } from '../../../shared/session/ids.ts';
import type { Catalogue } from '../catalogue.ts';
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
    saveRoster: async (id, roster) => {
      await run(SAVE_ROSTER, [KEYS.roster(id)], [roster.version, encodeNames(roster)]);
    },
    loadRoster: load,
    deleteNames: async (id, which) => {
      const before = await load(id);
      const names = which === 'all' ? [] : [...before.names].filter(([, name]) => !name.free);
      const after: Roster = { version: before.version + 1, names: new Map(names) };
      await run(SET_WHERE_THERE, [KEYS.roster(id)], ['version', after.version, 'names', encodeNames(after)]);
      erasing.erase();
      return after;
    },
  };
}
