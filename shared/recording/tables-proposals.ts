import type { Proposal } from './tables-facts.ts';

/** How some proposals were spread, and how many of them went with the gradient. */
export type ProposalCounts = {
  readonly nudges: number;
  readonly raised: number;
  readonly left: number;
  readonly lowered: number;
  readonly agreed: number;
};

export function countProposals(proposals: readonly Proposal[]): ProposalCounts {
  const going = (way: number): number => proposals.filter(({ nudge }) => nudge.direction === way).length;
  return {
    nudges: proposals.length,
    raised: going(1),
    left: going(0),
    lowered: going(-1),
    agreed: proposals.filter(({ agreed }) => agreed).length,
  };
}

/** Null where nobody proposed: none of none is no share. */
export function agreedShare({ agreed, nudges }: ProposalCounts): number | null {
  return nudges === 0 ? null : agreed / nudges;
}
