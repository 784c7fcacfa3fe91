import { sessionId } from '../../shared/session/ids.ts';
import type { RecordingCard } from '../../shared/wire/recordings.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import type { Registry } from '../room/registry.ts';
import type { Room } from '../room/room.ts';

/** The room of a class that can be played on; null for a recording at rest. */
export function roomPlaying(rooms: Registry, { id, state }: RecordingRecord): Room | null {
  if (state !== 'open') return null;
  const room = rooms.find(sessionId(id));
  if (room === undefined || room.life() === 'set-aside') return null;
  return room.standing().state.activity.kind === 'ended' ? null : room;
}

/** An open class that no room can play on, for whatever reason, is like one whose end was lost. */
export function stateOf(rooms: Registry, record: RecordingRecord): RecordingCard['state'] {
  if (record.state !== 'open') return record.state;
  if (roomPlaying(rooms, record) !== null) return 'open';
  const hasEnded = rooms.find(sessionId(record.id))?.standing().state.activity.kind === 'ended';
  return hasEnded ? 'ended' : 'damaged';
}
