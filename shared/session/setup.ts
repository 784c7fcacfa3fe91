import type { DrawingPlan } from './drawing.ts';
import type { StageFacts } from './events.ts';
import type { StageMaterial } from './material.ts';
import type { Settings } from './settings.ts';
import type { StagePlan } from './stages.ts';

/** The moment of another session's recording that a session goes on from. */
export type SessionOrigin = {
  /** Id of the session that was recorded, and how many of its events had happened. */
  readonly recording: string;
  readonly version: number;
  /** The last round it had played by then; null before its first. */
  readonly round: number | null;
  /** The stage as it stood: what the first `next` enters instead of the lesson's first stage. */
  readonly facts: Omit<StageFacts, 'owners'>;
};

/**
 * Everything that is settled when a session opens. Its own network, data and start serve every stage that brings none.
 * Where the class draws its points there are no examples before the drawing is closed; then data and start are those.
 */
export type SessionSetup = StageMaterial & {
  /** The key of a built-in lesson, or what a teacher calls their own: a name that is no key stands for itself. */
  readonly lesson: string;
  readonly language: 'es' | 'en';
  readonly stages: readonly StagePlan[];
  readonly settings: Settings;
  /** Feeds every chance of the session: bots, caretakers, random rounds. */
  readonly seed: number;
  readonly seatCap: number;
  /** Most parameters one student holds; the caretaker minds what is left over. */
  readonly parametersPerSeat: number;
  /** Null for a session that begins at the beginning. */
  readonly origin: SessionOrigin | null;
  /** Null where the data are there when the session opens. */
  readonly drawing: DrawingPlan | null;
};

/** What a stage of the lesson is played on, by its index; the practice round and whatever brings nothing: the lesson's own. */
export function materialOf(setup: SessionSetup, stage: number): StageMaterial {
  return setup.stages[stage]?.material ?? setup;
}
