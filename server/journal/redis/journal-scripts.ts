/**
 * What Redis does with a class's events, each in one go. The entry ids fence by themselves: Redis refuses an id that
 * is not above the last, so a former owner's write fails even where the epoch beside it could be doubted.
 */

/**
 * KEYS head, log, openings; ARGV the digest of a chain without events, the node that opens. Returns epoch, version and
 * digest, or nothing where another one owns the class.
 */
export const OPEN_SESSION = `
  local owner = redis.call('HGET', KEYS[1], 'owner')
  if owner and owner ~= ARGV[2] then return {} end
  local top = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
  local topEpoch = 0
  if top[1] then topEpoch = tonumber(string.match(top[1][1], '^(%d+)-')) end
  local epoch = math.max(tonumber(redis.call('HGET', KEYS[1], 'epoch') or '0'), topEpoch) + 1
  redis.call('HSETNX', KEYS[1], 'version', 0)
  redis.call('HSETNX', KEYS[1], 'digest', ARGV[1])
  redis.call('HSET', KEYS[1], 'epoch', epoch)
  redis.call('HSET', KEYS[3], epoch, redis.call('HGET', KEYS[1], 'version'))
  redis.call('XADD', KEYS[2], epoch .. '-0', 'opened', '1')
  return { tostring(epoch), redis.call('HGET', KEYS[1], 'version'), redis.call('HGET', KEYS[1], 'digest') }
`;

/**
 * KEYS head, log; ARGV epoch, first version, digest after the last event, the events. Returns what became of it: an
 * append that is there already, by the same hand and to the letter, is one whose answer was lost.
 */
export const APPEND_EVENTS = `
  local epoch, first, count = ARGV[1], tonumber(ARGV[2]), #ARGV - 3
  if redis.call('HGET', KEYS[1], 'epoch') ~= epoch then return 'fenced' end
  local version = tonumber(redis.call('HGET', KEYS[1], 'version'))
  if first ~= version + 1 then
    if count == 0 or first + count - 1 ~= version then return 'out-of-step' end
    local kept = redis.call('XRANGE', KEYS[2], epoch .. '-' .. first, epoch .. '-' .. version)
    if #kept ~= count then return 'out-of-step' end
    for place, entry in ipairs(kept) do
      if entry[2][2] ~= ARGV[place + 3] then return 'out-of-step' end
    end
    return 'repeated'
  end
  for place = 1, count do
    redis.call('XADD', KEYS[2], epoch .. '-' .. string.format('%d', version + place), 'e', ARGV[place + 3])
  end
  redis.call('HSET', KEYS[1], 'version', string.format('%d', version + count), 'digest', ARGV[3])
  return 'appended'
`;
