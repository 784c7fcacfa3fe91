import type { SeatView, StudentView } from '../../../shared/projection/views.ts';
import { className } from '../../text/data-words.ts';
import type { MachinePhase } from './scene.ts';
import type { Words } from './words.ts';

/** What a phone tells besides its question, a sentence each: what this seat said, and what has come out. */
export function machineFacts(
  view: StudentView,
  seat: SeatView,
  phase: MachinePhase,
  words: Words,
): readonly string[] {
  const { common, text } = words;
  const said = (index: number): string => className(common, view.class.classNames[index] ?? '');
  switch (phase.kind) {
    case 'vote':
    case 'bet':
      return [];
    case 'run':
      return [
        ...(seat.vote === null ? [] : [`${text.yourVote}: ${common.votes[seat.vote]}.`]),
        ...(seat.stop === null ? [] : [text.stoppedAt(seat.stop)]),
      ];
    case 'reveal': {
      const shown = view.stop?.revealed ?? null;
      const own = seat.stop === null ? text.notStopped : text.stoppedAt(seat.stop);
      return shown === null ? [own] : [text.bestRound(shown.best.round), own];
    }
    case 'answer': {
      const answer = view.test?.answer ?? null;
      const own = seat.bet === null ? [] : [`${text.yourBet}: ${said(seat.bet)}.`];
      return answer === null ? own : [text.answered(said(answer.predicted), said(answer.truth)), ...own];
    }
    case 'score': {
      const score = view.test?.score ?? null;
      return score === null ? [] : [text.score(score.class, score.network, score.of)];
    }
  }
}
