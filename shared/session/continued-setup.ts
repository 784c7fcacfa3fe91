import type { Figures } from './events.ts';
import { materialOf, type SessionSetup } from './setup.ts';
import { engineFor, figuresOf } from './engine.ts';
import { PRACTICE_STAGE } from './stage-facts.ts';
import type { SessionState } from './state.ts';

/**
 * What a new class opens with that goes on from where another stood: the same lesson, data and settings, and as its
 * first stage the running one with the network, step sizes and policy of that moment. Null where nothing of the
 * lesson had begun: practice leaves no trace. Null, too, for numbers that no class can go on with, as a file from
 * elsewhere may hold them; what the error was is worked out anew and not taken on anybody's word.
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
  const { setup, settings, parameters } = state;
  const figures = figuresOf(engineFor(materialOf(setup, stage.index), stage.network), parameters);
  if (!areFinite(figures) || !startsOf(setup).every(areFinite)) return null;
  return {
    ...setup,
    settings,
    seed,
    drawing: null,
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

/** Where every stage would begin. */
function startsOf(setup: SessionSetup): readonly Figures[] {
  const materials = [setup, ...setup.stages.flatMap(({ material }) => material ?? [])];
  return materials.map((material) =>
    figuresOf(engineFor(material, material.network), material.startParameters),
  );
}

/** The last round whose step was taken, whatever has been returned to since. */
function lastRound({ history }: SessionState): number | null {
  const rounds = history.flatMap(({ kind, round }) => (kind === 'step' && round !== null ? [round] : []));
  return rounds[rounds.length - 1] ?? null;
}

function areFinite(figures: Figures): boolean {
  return Object.values(figures).every(Number.isFinite);
}
