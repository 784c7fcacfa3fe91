import type { Rng } from '../../shared/math/rng.ts';
import { NUDGE_SIZES, type Direction } from '../../shared/session/nudges.ts';
import { VOTES } from '../../shared/session/stages.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { Device } from './device.ts';

const DIRECTIONS: readonly Direction[] = [-1, 0, 1];

/** How somebody plays: from one who only looks to one who taps without end; some send what they may not. */
export type Temper = { readonly eager: number; readonly naughty: number };

/** What a student sends now, knowing only what its page was told; null for nothing. */
export function studentsWish({ link }: Device<'student'>, rng: Rng, temper: Temper): StudentIntent | null {
  const { picture, seat } = link.state();
  if (picture === null || rng.next() > temper.eager) return null;
  const { round, stage } = picture.view;
  const own = seat?.parameters ?? [];
  if (rng.next() < temper.naughty) return mischief(rng, picture.view.class.parameterCount, round?.id ?? 1);
  if (rng.next() < 0.02) return { kind: 'rename', name: null };
  if (round === null || stage === null) return null;
  const one = own[rng.below(own.length)];
  switch (round.phase.kind) {
    case 'nudge': {
      const missing = own.filter(({ nudge }) => nudge === null);
      const chosen = missing.length > 0 && rng.next() < 0.8 ? missing[rng.below(missing.length)] : one;
      return chosen === undefined ? null : nudge(rng, round.id, chosen.parameter);
    }
    case 'compare':
    case 'backward':
      if (one === undefined || stage.kind !== 'backprop') return null;
      return {
        kind: 'guess-arrow',
        round: round.id,
        parameter: one.parameter,
        direction: pick(rng, DIRECTIONS),
      };
    case 'vote':
      return { kind: 'vote', round: round.id, vote: pick(rng, VOTES) };
    case 'run':
      return stage.kind === 'stop' && rng.next() < 0.2 ? { kind: 'stop', round: round.id } : null;
    case 'bet': {
      const answer = rng.below(picture.view.class.classNames.length);
      return { kind: 'bet', round: round.id, animal: round.phase.animal, answer };
    }
    case 'predict':
    case 'adjust':
    case 'reveal':
    case 'answer':
    case 'score':
      return null;
  }
}

function nudge(rng: Rng, round: number, parameter: number): StudentIntent {
  return { kind: 'nudge', round, parameter, direction: pick(rng, DIRECTIONS), size: pick(rng, NUDGE_SIZES) };
}

/** Anybody's weight, and any round: a modified client. */
function mischief(rng: Rng, parameters: number, round: number): StudentIntent {
  return nudge(rng, Math.max(1, round - 1 + rng.below(3)), rng.below(parameters + 1));
}

function pick<T>(rng: Rng, those: readonly T[]): T {
  const one = those[rng.below(those.length)];
  if (one === undefined) throw new Error('there should be something to choose from');
  return one;
}
