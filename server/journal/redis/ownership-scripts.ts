/**
 * A class's owner stands in its head, and counts while that server's lease lives. Prefixes come as arguments, since
 * which other keys are looked at depends on what the first one says.
 */
const LIVING_OWNER = `
  local function livingOwner(head, leases)
    local owner = redis.call('HGET', head, 'owner')
    if owner and redis.call('EXISTS', leases .. owner) == 1 then return owner end
    return ''
  end
`;

/** KEYS head; ARGV prefix of leases. Returns the node, or an empty text. */
export const OWNER_OF = `${LIVING_OWNER}
  return livingOwner(KEYS[1], ARGV[1])
`;

/**
 * KEYS head; ARGV prefix of leases, prefix of what a node plays, node, session. Returns whose the class is. Whose own
 * lease is over gets nothing: an empty text.
 */
export const CLAIM = `${LIVING_OWNER}
  local living = livingOwner(KEYS[1], ARGV[1])
  if living ~= '' then return living end
  if redis.call('EXISTS', ARGV[1] .. ARGV[3]) == 0 then return '' end
  local before = redis.call('HGET', KEYS[1], 'owner')
  if before then redis.call('SREM', ARGV[2] .. before, ARGV[4]) end
  redis.call('HSET', KEYS[1], 'owner', ARGV[3])
  redis.call('SADD', ARGV[2] .. ARGV[3], ARGV[4])
  return ARGV[3]
`;

/**
 * KEYS head, all nodes; ARGV prefix of leases, prefix of what a node plays, node, session. A class is let go of by its
 * owner, or by anybody for one that is dead. Its head may be gone already.
 */
export const RELEASE = `
  local function mayLetGo(owner)
    return owner == ARGV[3] or redis.call('EXISTS', ARGV[1] .. owner) == 0
  end
  for _, node in ipairs(redis.call('SMEMBERS', KEYS[2])) do
    if mayLetGo(node) then redis.call('SREM', ARGV[2] .. node, ARGV[4]) end
  end
  local owner = redis.call('HGET', KEYS[1], 'owner')
  if owner and mayLetGo(owner) then redis.call('HDEL', KEYS[1], 'owner') end
  return 1
`;

/** KEYS all nodes; ARGV prefix of leases, prefix of what a node plays, the node that asks. Returns classes of the dead. */
export const ORPHANS = `
  local orphans = {}
  for _, node in ipairs(redis.call('SMEMBERS', KEYS[1])) do
    if node ~= ARGV[3] and redis.call('EXISTS', ARGV[1] .. node) == 0 then
      local played = redis.call('SMEMBERS', ARGV[2] .. node)
      if #played == 0 then redis.call('SREM', KEYS[1], node) end
      for _, session in ipairs(played) do table.insert(orphans, session) end
    end
  end
  return orphans
`;
