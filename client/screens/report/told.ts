import {
  openRecording,
  type RecordedEvent,
  type RecordingHeader,
  type SeatName,
} from '../../../shared/recording/recording.ts';
import { reportOf, type Report } from '../../../shared/recording/report.ts';
import type { SessionSetup } from '../../../shared/session/setup.ts';

/** What a page tells of a recording: the report, and which class it is about. */
export type Told = {
  readonly header: RecordingHeader;
  readonly setup: SessionSetup;
  readonly report: Report;
  /** For the tables, which are made when somebody asks for them. */
  readonly events: () => readonly RecordedEvent[];
};

/** Reads a file and works the report out of it. @throws RecordingError */
export function tell(file: Uint8Array): Told {
  const recording = openRecording(file);
  const { header, setup, timeline } = recording;
  const events = (): readonly RecordedEvent[] => recording.events(1, header.events);
  return { header, setup, report: reportOf(timeline, events()), events };
}

/** The names that came with a file; null where there are none. @throws RecordingError */
export function namesIn(file: Uint8Array): readonly SeatName[] | null {
  return openRecording(file).header.names;
}
