/** What the catalogue changes in more than one place, each in one go. Times are milliseconds since 1970. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** A code is not dealt again, and is still explained, for a day after it was retired. KEYS[1] is the code's. */
const REMEMBERED = `
  local function remembered(code, at)
    local whose = redis.call('HGET', code, 'session')
    if not whose then return false end
    local retired = redis.call('HGET', code, 'retired')
    return not retired or tonumber(retired) > at - ${DAY_MS}
  end
`;

/** KEYS code, codes of the session, session; ARGV code, session, now, the prefix of codes' keys. 1 where it is the session's now. */
export const TAKE_CODE = `${REMEMBERED}
  local at = tonumber(ARGV[3])
  if remembered(KEYS[1], at) then
    local isOwn = redis.call('HGET', KEYS[1], 'session') == ARGV[2]
    return (isOwn and redis.call('HGET', KEYS[1], 'replaced') == '0') and 1 or 0
  end
  for _, other in ipairs(redis.call('SMEMBERS', KEYS[2])) do
    local key = ARGV[4] .. other
    if redis.call('HGET', key, 'session') == ARGV[2] and redis.call('HGET', key, 'replaced') == '0' then
      redis.call('HSET', key, 'replaced', 1)
      redis.call('HSETNX', key, 'retired', ARGV[3])
    end
  end
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'session', ARGV[2], 'replaced', 0)
  redis.call('SADD', KEYS[2], ARGV[1])
  return 1
`;

/** KEYS code; ARGV now. Whose it is and whether it was replaced; nothing for a code that means nothing. */
export const FIND_CODE = `${REMEMBERED}
  if not remembered(KEYS[1], tonumber(ARGV[1])) then return {} end
  return redis.call('HMGET', KEYS[1], 'session', 'replaced')
`;

/** KEYS session, codes of the session; ARGV now, the prefix of codes' keys. Ending twice keeps the first time. */
export const END_SESSION = `
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSETNX', KEYS[1], 'ended', ARGV[1]) end
  for _, code in ipairs(redis.call('SMEMBERS', KEYS[2])) do redis.call('HSETNX', ARGV[2] .. code, 'retired', ARGV[1]) end
`;

/** KEYS any hash that must exist; ARGV fields and values. 1 where it did. */
export const SET_WHERE_THERE = `
  if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
  redis.call('HSET', KEYS[1], unpack(ARGV))
  return 1
`;

/**
 * KEYS roster, head; ARGV version, names, epoch ('' for any). An older version than the kept one changes nothing, and a
 * former owner's neither.
 */
export const SAVE_ROSTER = `
  if ARGV[3] ~= '' and (redis.call('HGET', KEYS[2], 'epoch') or ARGV[3]) ~= ARGV[3] then return 'fenced' end
  local kept = redis.call('HGET', KEYS[1], 'version')
  if kept and tonumber(kept) >= tonumber(ARGV[1]) then return end
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'names', ARGV[2])
`;

/** KEYS tokens of the session; ARGV role, seat ('' for none), the prefix of tokens' keys. */
export const REVOKE_TOKENS = `
  for _, hash in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    local kept = redis.call('HMGET', ARGV[3] .. hash, 'role', 'seat')
    if kept[1] == ARGV[1] and kept[2] == ARGV[2] then
      redis.call('UNLINK', ARGV[3] .. hash)
      redis.call('SREM', KEYS[1], hash)
    end
  end
`;

/** KEYS session, import, card; ARGV field, value. What is written on a recording that is there; 1 where it was. */
export const WRITE_CARD = `
  if redis.call('EXISTS', KEYS[1], KEYS[2]) == 0 then return 0 end
  redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])
  return 1
`;

/** KEYS session, import, share, shares of the recording; ARGV hash, id, recording, created, expires ('' for never). */
export const ADD_SHARE = `
  if redis.call('EXISTS', KEYS[1], KEYS[2]) == 0 then return 0 end
  redis.call('HSET', KEYS[3], 'id', ARGV[2], 'recording', ARGV[3], 'created', ARGV[4], 'expires', ARGV[5])
  redis.call('HSET', KEYS[4], ARGV[2], ARGV[1])
  return 1
`;

/** KEYS shares of the recording; ARGV id, the prefix of shares' keys. 1 where there was one. */
export const DELETE_SHARE = `
  local hash = redis.call('HGET', KEYS[1], ARGV[1])
  if not hash then return 0 end
  redis.call('UNLINK', ARGV[2] .. hash)
  redis.call('HDEL', KEYS[1], ARGV[1])
  return 1
`;

/**
 * KEYS session, sessions, import, import's bytes, imports, codes, tokens, shares, roster, card, deletions;
 * ARGV id, the prefixes of codes', tokens' and shares' keys. A class goes among the unfinished deletions.
 */
export const DELETE_RECORDING = `
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('SADD', KEYS[11], ARGV[1]) end
  for _, code in ipairs(redis.call('SMEMBERS', KEYS[6])) do
    if redis.call('HGET', ARGV[2] .. code, 'session') == ARGV[1] then redis.call('UNLINK', ARGV[2] .. code) end
  end
  for _, hash in ipairs(redis.call('SMEMBERS', KEYS[7])) do redis.call('UNLINK', ARGV[3] .. hash) end
  for _, hash in ipairs(redis.call('HVALS', KEYS[8])) do redis.call('UNLINK', ARGV[4] .. hash) end
  redis.call('UNLINK', KEYS[1], KEYS[3], KEYS[4], KEYS[6], KEYS[7], KEYS[8], KEYS[9], KEYS[10])
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[5], ARGV[1])
`;
