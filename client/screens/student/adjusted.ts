import type { ProposalTally, SeatView, StudentView } from '../../../shared/projection/views.ts';
import type { Nudge } from '../../../shared/session/nudges.ts';
import type { OwnWeight } from './own-weights.ts';
import type { StepNow } from './scene.ts';

/** What the round did to one of my weights. */
export type AdjustedWeight = {
  readonly weight: OwnWeight;
  /** What I proposed; null when I did not. */
  readonly mine: Nudge | null;
  readonly before: number;
  /** What it moved to, even where the round was taken back afterwards. */
  readonly moved: number;
  /** The step was larger than a weight may go. */
  readonly isBounded: boolean;
  readonly others: Sharing | null;
};

/** How the proposals of several owners came together. */
export type Sharing = {
  readonly proposals: readonly { readonly name: string; readonly nudge: Nudge }[];
  /** Of those who are not named, and how many they are. */
  readonly more: ProposalTally;
  readonly moreCount: number;
  /** `same-way`: in one direction, and not all as far. */
  readonly kind: 'alike' | 'same-way' | 'mixed' | 'cancelled';
};

export function adjustedWeight(
  weight: OwnWeight,
  step: StepNow,
  network: StudentView['network'],
): AdjustedWeight {
  const { index } = weight.parameter;
  const now = network.parameters[index] ?? 0;
  const move = step.moves[index] ?? 0;
  const before = step.takenBack ? now : now - move;
  return {
    weight,
    mine: weight.seat.nudge,
    before,
    moved: before + move,
    isBounded: step.bounded.includes(index),
    others: sharing(weight.seat),
  };
}

function sharing({
  proposals,
  moreProposals: more,
  alike,
  cancelled,
}: SeatView['parameters'][number]): Sharing | null {
  const moreCount = more.raise + more.leave + more.lower;
  if (proposals.length + moreCount < 2) return null;
  const kind = alike ? 'alike' : isOneWay(proposals, more) ? 'same-way' : 'mixed';
  return { proposals, more, moreCount, kind: cancelled ? 'cancelled' : kind };
}

function isOneWay(proposals: Sharing['proposals'], more: ProposalTally): boolean {
  const ways = new Set(proposals.map(({ nudge }) => nudge.direction));
  if (more.raise > 0) ways.add(1);
  if (more.leave > 0) ways.add(0);
  if (more.lower > 0) ways.add(-1);
  return ways.size === 1;
}

/** Part of the sum by which the whole must differ from it before that is worth a sentence. */
const NOTABLE_SHARE = 0.1;

/** How the joint effect stands to the sum of the single ones: that they differ is a lesson of its own. */
export function kindOfSum({
  together,
  sumAlone,
}: Pick<StepNow, 'together' | 'sumAlone'>): 'rose' | 'other' | 'same' {
  if (together > 0 && sumAlone < 0) return 'rose';
  return Math.abs(together - sumAlone) > NOTABLE_SHARE * Math.abs(sumAlone) ? 'other' : 'same';
}
