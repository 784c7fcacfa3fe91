import { chooseNudge, strategyIn } from '../../shared/bots/choose.ts';
import { roundKnowledge } from '../../shared/bots/knowledge.ts';
import { createRng, seedFrom, type Rng } from '../../shared/math/rng.ts';
import { ROOM, type Classroom } from '../../shared/rehearsal/classroom.ts';
import type { Nudge } from '../../shared/session/nudges.ts';
import { parametersOf, runningRound, runningStage } from '../../shared/session/state.ts';
import type { Member } from './mixtures.ts';

type Students = {
  readonly room: Classroom;
  /** In the order of their seats; who needs nothing but a strategy is a bot, and nudges by itself. */
  readonly members: readonly Member[];
  readonly seed: number;
};

/** What each seat proposed in a round, in the order of its own weights. */
type Nudged = ReadonlyMap<number, readonly Nudge[]>;

/** One round: whoever is there proposes for every weight of its own, and the teacher closes the round. */
export function playByHand(students: Students): void {
  const { room } = students;
  const before = standing(room);
  comeAndGo(students);
  room.reach('nudge');
  const { roundCount: round } = room.state();
  for (const [seat, parameter, nudge] of choices(students, before))
    room.must(room.student(seat), { kind: 'nudge', round, parameter, ...nudge });
  room.next();
}

/** What stands from the round before; nothing before the first. */
function standing(room: Classroom): Nudged {
  const nudged = new Map<number, Nudge[]>();
  for (const by of runningRound(room.state())?.nudges.values() ?? [])
    for (const [seat, { direction, size }] of by)
      nudged.set(seat, [...(nudged.get(seat) ?? []), { direction, size }]);
  return nudged;
}

/** Whoever comes this time is connected; the others are gone for so long that the caretaker minds what is theirs. */
function comeAndGo({ room, members, seed }: Students): void {
  const round = room.state().roundCount + 1;
  for (const { seat, presence } of room.state().seats.values()) {
    const chance = members[seat - 1]?.comes ?? 1;
    const isHere = chance === 1 || createRng(seedFrom(seed, 'comes', round, seat)).next() < chance;
    if (isHere && presence !== 'present') room.must(ROOM, { kind: 'seat-connected', seat });
    if (!isHere && presence === 'present') {
      room.must(ROOM, { kind: 'seat-disconnected', seat });
      room.must(ROOM, { kind: 'absence-grace-over', seat });
    }
  }
}

type Choice = readonly [seat: number, parameter: number, nudge: Nudge];

function choices({ room, members, seed }: Students, before: Nudged): readonly Choice[] {
  const state = room.state();
  const stage = runningStage(state);
  if (stage === null) throw new Error('nobody nudges outside a stage');
  const knowledge = roundKnowledge(state, stage);
  const present = [...state.seats.values()].filter(
    ({ bot, presence }) => bot === null && presence === 'present',
  );
  return present.flatMap(({ seat }): readonly Choice[] => {
    const member = members[seat - 1];
    if (member === undefined) return [];
    const rng = createRng(seedFrom(seed, 'nudge', state.roundCount, seat));
    const strategy = strategyIn(stage.kind, member.strategy);
    const seen = before.get(seat === 1 ? members.length : seat - 1) ?? [];
    return parametersOf(state.owners, seat).map((parameter, index) => [
      seat,
      parameter,
      member.copies ? copied(seen, index, rng) : chooseNudge(strategy, knowledge(parameter), rng),
    ]);
  });
}

/** What the neighbour did, weight for weight; anything where there was nothing to see. */
function copied(seen: readonly Nudge[], index: number, rng: Rng): Nudge {
  const random = { kind: 'random', wrong: 0 } as const;
  const nothing = { loss: 0, probe: () => ({ down: 0, up: 0 }), gradient: () => 0 };
  return seen[index % Math.max(1, seen.length)] ?? chooseNudge(random, nothing, rng);
}
