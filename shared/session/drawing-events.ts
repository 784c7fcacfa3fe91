import type { DrawnPoint } from '../datasets/drawn.ts';
import type { DataSplit } from '../datasets/example.ts';
import type { Figures, IntentId } from './events.ts';
import type { SeatNumber } from './ids.ts';

/** The points became the session's data: from here on the lobby is as any other. */
export type DrawingSettled = {
  readonly type: 'drawing-settled';
  readonly data: DataSplit;
  readonly startParameters: readonly number[];
  /** Of the start, on these data. */
  readonly figures: Figures;
};

/** What happens where a class draws the points it will play on. */
export type DrawingEvent =
  | (DrawnPoint & {
      readonly type: 'point-drawn';
      readonly seat: SeatNumber;
      /** Null for bots. */
      readonly intent: IntentId | null;
    })
  /** The last point of the seat. */
  | { readonly type: 'point-erased'; readonly seat: SeatNumber; readonly intent: IntentId }
  /** Every point of a class, or of all. */
  | { readonly type: 'drawing-cleared'; readonly classIndex: number | null }
  | DrawingSettled
  | { readonly type: 'drawing-reopened' };
