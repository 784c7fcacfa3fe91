import { sessionId } from '../../shared/session/ids.ts';
import type { RecordingCard } from '../../shared/wire/recordings.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import type { Registry } from '../room/registry.ts';
import type { Room } from '../room/room.ts';

/** The room of a class that can be played on here; null for a recording at rest, or a class of another server's. */
export function roomPlaying(rooms: Registry, { id, state }: RecordingRecord): Room | null {
  if (state !== 'open') return null;
  const room = rooms.find(sessionId(id));
  if (room === undefined || room.life() === 'set-aside') return null;
  return room.standing().state.activity.kind === 'ended' ? null : room;
}

/** Whether nobody plays a class, here or elsewhere. */
export function isAtRest(rooms: Registry, record: RecordingRecord): boolean {
  return stateOf(rooms, record) !== 'open';
}

/** An open class that no room can play on, for whatever reason, is like one whose end was lost. */
export function stateOf(rooms: Registry, record: RecordingRecord): RecordingCard['state'] {
  if (record.state !== 'open') return record.state;
  if (roomPlaying(rooms, record) !== null) return 'open';
  const room = rooms.find(sessionId(record.id));
  if (room?.standing().state.activity.kind === 'ended') return 'ended';
  const isElsewhere = !rooms.isAlone && room === undefined && !rooms.isBroken(sessionId(record.id));
  return isElsewhere ? 'open' : 'damaged';
}
