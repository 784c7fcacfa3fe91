import type { RecordedEvent } from './recording.ts';
import type { Table } from './tables.ts';
import { classFacts } from './tables-facts.ts';
import { roundsTable } from './tables-rounds.ts';
import { seatRoundsTable, seatsTable, type Names } from './tables-seats.ts';
import { weightsTable } from './tables-weights.ts';

/**
 * A session as tables: its rounds, its seats, its weights, and what each seat did in each round. Seats have numbers;
 * names are in them only if they are handed in.
 */
export function sessionTables(events: Iterable<RecordedEvent>, names: Names | null): readonly Table[] {
  const facts = classFacts(events);
  return [roundsTable(facts), seatsTable(facts, names), weightsTable(facts), seatRoundsTable(facts, names)];
}
