import type { SessionSetup } from './setup.ts';
import { PRACTICE_STAGE } from './stage-facts.ts';
import type { SessionState } from './state.ts';

/**
 * What a new class opens with that goes on from where another stood: the same lesson, data and settings, and as its
 * first stage the running one with the network, step sizes and policy of that moment. Null where nothing of the
 * lesson had begun: practice leaves no trace.
 *
 * @param state the other class after `from.version` of its events
 * @param seed feeds the new class's chance
 */
export function continuedSetup(
  state: SessionState,
  from: { readonly recording: string; readonly version: number },
  seed: number,
): SessionSetup | null {
  const stage = state.activity.kind === 'lobby' ? null : state.activity.stage;
  if (stage === null || stage.index === PRACTICE_STAGE) return null;
  const { settings, parameters, figures } = state;
  return {
    ...state.setup,
    settings,
    seed,
    origin: {
      ...from,
      round: lastRound(state),
      facts: {
        stage: stage.index,
        kind: stage.kind,
        network: stage.network,
        parameters,
        stepSizes: stage.stepSizes,
        lastMoves: stage.lastMoves,
        stepSize: settings.stepSize,
        stepPolicy: stage.stepPolicy,
        figures,
        machine: null,
      },
    },
  };
}

/** The last round whose step was taken, whatever has been returned to since. */
function lastRound({ history }: SessionState): number | null {
  const rounds = history.flatMap(({ kind, round }) => (kind === 'step' && round !== null ? [round] : []));
  return rounds[rounds.length - 1] ?? null;
}
