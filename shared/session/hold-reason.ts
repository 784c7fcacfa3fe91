/** Why newcomers wait for the teacher who did not ask for it. */
export const HOLD_REASONS = [
  'crowd', // more join at once than any class does
  'one-device', // one device joins again and again
  'removals', // several were just sent away at once, and would come straight back
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];
