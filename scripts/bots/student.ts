import { chooseNudge, strategyIn, type Knowledge } from '../../shared/bots/choose.ts';
import { createRng, seedFrom } from '../../shared/math/rng.ts';
import type { SeatParameter, SeatView, StudentView } from '../../shared/projection/views.ts';
import type { BotStrategy } from '../../shared/session/events.ts';
import type { Nudge } from '../../shared/session/nudges.ts';
import { createTopology } from '../../shared/network/topology.ts';
import { handIn } from './ask.ts';
import { createBallots, type Ballots } from './ballots.ts';
import type { Member } from './member.ts';
import type { Tally } from './tally.ts';
import { createWatch } from './watch.ts';

/** One rehearsed student: it knows what a phone is sent, and nothing else. */
export type Student = Ballots & {
  /** Proposes for everything it owns in the running round; resolves when each proposal stands. */
  readonly play: (round: number) => Promise<void>;
  /** Compares what stood with what it was told: proposals acknowledged and not there are lost. */
  readonly settle: (round: number) => Promise<void>;
  readonly leave: () => void;
  readonly reconnects: () => number;
};

export function createStudent(
  member: Member<StudentView>,
  strategy: BotStrategy,
  seed: readonly (string | number)[],
  tally: Tally,
): Student {
  const own = createWatch<SeatView>();
  member.on('seat', ({ seat }) => own.show(seat));
  const standing = new Map<number, Nudge>();

  const propose = async (round: number, parameter: number, nudge: Nudge): Promise<void> => {
    if (!(await handIn(member, { kind: 'nudge', round, parameter, ...nudge }, tally))) return;
    tally.nudged();
    standing.set(parameter, nudge);
  };

  return {
    ...createBallots(member, strategy, seed, tally),
    play: async (round) => {
      standing.clear();
      await member.until((view) => view.round?.id === round && view.round.phase.kind === 'nudge');
      const parameters = await own.until((seat) => (seat.parameters.length > 0 ? seat.parameters : null));
      for (const { parameter } of parameters) {
        const rng = createRng(seedFrom(...seed, round, parameter));
        const stage = member.view().stage?.kind ?? 'guess';
        const rule = strategyIn(stage, strategy);
        if (stage === 'probe' && rule.kind !== 'random') {
          await propose(round, parameter, { direction: rng.next() < 0.5 ? -1 : 1, size: 'normal' });
        }
        const probe =
          stage === 'probe' && rule.kind !== 'random' ? await own.until(probeOf(parameter)) : null;
        const nudge = chooseNudge(rule, knowledge(member.view(), parameter, probe), rng);
        const stands = standing.get(parameter);
        if (stands?.direction !== nudge.direction || stands.size !== nudge.size)
          await propose(round, parameter, nudge);
      }
    },
    settle: async (round) => {
      await member.until((view) => view.round?.id === round && view.round.phase.kind === 'adjust');
      const seat = await own.until((view) => (view.outcome?.round === round ? view : null));
      for (const [parameter, nudge] of standing) {
        const mine = seat.parameters.find((one) => one.parameter === parameter)?.proposals[0]?.nudge;
        if (mine?.direction !== nudge.direction || mine.size !== nudge.size) tally.lost();
      }
    },
    leave: member.leave,
    reconnects: member.reconnects,
  };
}

const probeOf =
  (parameter: number) =>
  (seat: SeatView): NonNullable<SeatParameter['probe']> | null =>
    seat.parameters.find((one) => one.parameter === parameter)?.probe ?? null;

/** What the phone shows: the probe once committed, the gradient once its layer is open. */
function knowledge(view: StudentView, parameter: number, probe: SeatParameter['probe']): Knowledge {
  return {
    loss: view.network.loss,
    probe: () => probe ?? { down: view.network.loss, up: view.network.loss },
    gradient: () => shownGradient(view, parameter),
  };
}

function shownGradient(view: StudentView, parameter: number): number {
  if (view.stage === null) return 0;
  const { layers, parameters } = createTopology(view.stage.network);
  const layer = layers.find((slice) => slice.layer === parameters[parameter]?.layer);
  const opened = view.backward?.find((one) => one.layer === layer?.layer);
  return opened?.gradient[parameter - (layer?.weightStart ?? 0)] ?? 0;
}
