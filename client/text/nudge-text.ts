import type { NudgeWords } from '../parts/nudge-words.ts';
import type { CommonText } from './common.ts';

/** The words of the three buttons and the sizes below them. */
export function nudgeText(common: CommonText): NudgeWords {
  return {
    question: common.nudgeQuestion,
    lower: common.lower,
    leave: common.leave,
    raise: common.raise,
    size: common.sizeOfStep,
    sizes: common.sizes,
    sending: common.sending,
    accepted: common.accepted,
  };
}
