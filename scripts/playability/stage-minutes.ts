import type { Lesson } from '../../shared/lessons/lesson.ts';

type StagePlan = Lesson['stages'][number];

/** A round by hand where the lesson is in no hurry, and what a vote takes. */
const MINUTES = { round: 1, vote: 0.5 } as const;

/**
 * Minutes after so many rounds, by what the lesson plans: its minutes are shared among the rounds by hand, and those it
 * runs ahead take, all together, as long as one.
 */
export function minutesByHand({ minutes, rounds, fastForward }: StagePlan, played: number): number {
  const slots = rounds + (fastForward > 0 ? 1 : 0);
  const slot = minutes === 0 ? MINUTES.round : minutes / slots;
  const ahead = Math.max(0, played - rounds);
  return slot * (Math.min(played, rounds) + (ahead === 0 ? 0 : ahead / fastForward));
}

/** Minutes of a machine's runs, each with the vote before it. */
export function minutesOfRuns(steps: number, stepsASecond: number, votes: number): number {
  return steps / Math.max(1, stepsASecond) / 60 + votes * MINUTES.vote;
}
