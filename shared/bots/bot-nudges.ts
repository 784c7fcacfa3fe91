import { createRng, seedFrom } from '../math/rng.ts';
import { probe } from '../network/probe.ts';
import { engineOf } from '../session/engine.ts';
import type { SessionEvent } from '../session/events.ts';
import { sizeMultiple, type Nudge } from '../session/nudges.ts';
import { parametersOf, type Seat, type SessionState, type Stage } from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import { chooseNudge, strategyIn } from './choose.ts';
import { roundKnowledge } from './knowledge.ts';

/** The proposals of every bot of the class, as facts of the running round. Bots never wait for a clock. */
export function botNudges(state: SessionState, stage: Stage, round: number): readonly SessionEvent[] {
  const engine = engineOf(state, stage);
  return proposalsOf(state, stage, round, (seat) => seat.bot !== null).map(({ seat, parameter, nudge }) => ({
    type: 'nudged',
    seat: seat.seat,
    round,
    parameter,
    nudge,
    probe:
      stage.kind === 'probe'
        ? probe(
            engine.topology,
            state.parameters,
            engine.training,
            parameter,
            (stage.stepSizes[parameter] ?? 0) * sizeMultiple(nudge.size),
          )
        : null,
    intent: null,
  }));
}

/** How the chosen seats would nudge: bots by their strategy, students as the stage's rule has it. */
export function proposalsOf(
  state: SessionState,
  stage: Stage,
  round: number,
  which: (seat: Seat) => boolean,
): readonly { readonly seat: Seat; readonly parameter: number; readonly nudge: Nudge }[] {
  const knowledge = roundKnowledge(state, stage);
  return [...state.seats.values()]
    .filter((seat) => counts(seat) && which(seat))
    .flatMap((seat) => {
      const rng = createRng(seedFrom(state.setup.seed, 'bot', round, seat.seat));
      const strategy = strategyIn(stage.kind, seat.bot ?? { kind: 'probing', wrong: 0 });
      return parametersOf(state.owners, seat.seat).map((parameter) => ({
        seat,
        parameter,
        nudge: chooseNudge(strategy, knowledge(parameter), rng),
      }));
    });
}
