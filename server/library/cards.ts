import type { RecordingCard } from '../../shared/wire/recordings.ts';
import type { ServerClock } from '../clock.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import { liveSummary } from '../room/live-summary.ts';
import type { Registry } from '../room/registry.ts';
import { cardOf } from './card.ts';
import { isAtRest, roomPlaying, stateOf } from './playing.ts';
import type { Summaries } from './summaries.ts';

/** What a list shows of each of these recordings. */
export type Cards = (records: readonly RecordingRecord[]) => Promise<RecordingCard[]>;

export type CardsDeps = {
  readonly rooms: Registry;
  readonly clock: ServerClock;
  readonly summaries: Summaries;
  readonly retentionDays: number | null;
};

export function createCards({ rooms, clock, summaries, retentionDays }: CardsDeps): Cards {
  return async (records) => {
    const nowMs = clock.wallMs();
    const atRest = await summaries.of(records.filter((record) => isAtRest(rooms, record)));
    return records.map((record) => {
      const room = roomPlaying(rooms, record);
      const summary =
        room === null
          ? (atRest.get(record.id) ?? null)
          : liveSummary(room.standing().state, nowMs - record.startedAtMs);
      return cardOf({ record, state: stateOf(rooms, record), summary, retentionDays, nowMs });
    });
  };
}
