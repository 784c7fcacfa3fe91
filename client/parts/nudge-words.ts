import type { NudgeSize } from '../../shared/session/nudges.ts';

/** Every word on the three buttons. */
export type NudgeWords = {
  readonly question: string;
  readonly lower: string;
  readonly leave: string;
  readonly raise: string;
  readonly size: string;
  readonly sizes: Readonly<Record<NudgeSize, string>>;
  readonly sending: string;
  readonly accepted: string;
};
