import type { Clock } from './clock.ts';
import type { Cost, Figures, IntentId } from './events.ts';
import type { SeatNumber } from './ids.ts';
import type { Vote } from './stages.ts';

/** One step of the machine: gradient descent, a round of its own. */
export type Descended = {
  readonly type: 'descended';
  readonly round: number;
  readonly takenBy: 'clock' | 'teacher' | 'fast-forward';
  readonly learningRate: number;
  /** Indices of the training examples the step looked at; null for all. */
  readonly batch: readonly number[] | null;
  readonly parameters: readonly number[];
  /** Parameters stopped at the bound that keeps a diverging network finite. */
  readonly bounded: readonly number[];
  readonly figures: Figures;
  /** The error is clearly above where the machine started, or a parameter ran into its bound. */
  readonly diverged: boolean;
  readonly cost: Cost;
  /** Until the machine's next step; null where more steps follow in the same moment. */
  readonly clock: Clock | null;
};

/** What the class could not see while the machine ran. Rounds are the machine's, counted from the stage's start. */
export type StopsRevealed = {
  readonly type: 'stops-revealed';
  readonly round: number;
  /** Error of the seen and of the new examples, one for each of the machine's rounds, the start first. */
  readonly seen: readonly number[];
  readonly validation: readonly number[];
  /** Where the error of new examples was least, and which point of the history that is. */
  readonly best: { readonly round: number; readonly loss: number; readonly point: number };
  /** At the end: error of new examples less that of seen ones, and rounds since the best. */
  readonly gap: number;
  readonly patience: number;
  /** How many stopped at which round, in order; nobody's name. */
  readonly stops: readonly { readonly round: number; readonly count: number }[];
};

/** An animal nobody had seen: what the network says of it, and what it was. Classes by their index. */
export type AnimalAnswered = {
  readonly type: 'animal-answered';
  readonly round: number;
  readonly animal: number;
  readonly outputs: readonly number[];
  readonly predicted: number;
  readonly truth: number;
  /** Per class, how many had bet on it. */
  readonly bets: readonly number[];
};

/** Two ways to the same slope: the error a little to either side of a parameter, and backprop's number. */
export type GradientCheck = {
  readonly parameter: number;
  /** How far the probe goes to either side. */
  readonly step: number;
  readonly probeDown: number;
  readonly probeUp: number;
  /** (up − down) / the distance between the two. */
  readonly difference: number;
  readonly gradient: number;
};

/** What happens where a machine descends, and where the class votes, stops, bets and asks how backprop works. */
export type MachineEvent =
  | Descended
  | {
      readonly type: 'voted';
      readonly seat: SeatNumber;
      readonly round: number;
      readonly vote: Vote;
      /** Null for bots, here and below. */
      readonly intent: IntentId | null;
    }
  | {
      readonly type: 'stopped';
      readonly seat: SeatNumber;
      readonly round: number;
      /** The machine's round it stopped at, counted from the stage's start. */
      readonly played: number;
      readonly intent: IntentId | null;
    }
  | StopsRevealed
  | {
      readonly type: 'bet-placed';
      readonly seat: SeatNumber;
      readonly round: number;
      readonly animal: number;
      /** Index of the class it bets on. */
      readonly answer: number;
      readonly intent: IntentId | null;
    }
  | AnimalAnswered
  /** The example whose numbers `backprop` shows; null for the one that pulls hardest. */
  | { readonly type: 'example-explained'; readonly round: number; readonly example: number | null }
  | { readonly type: 'gradient-checked'; readonly round: number; readonly check: GradientCheck | null };
