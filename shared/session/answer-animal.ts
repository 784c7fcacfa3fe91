import { forward } from '../network/forward.ts';
import { classOf } from '../network/is-right.ts';
import { engineOf } from './engine.ts';
import type { AnimalAnswered } from './machine-events.ts';
import { materialOf } from './setup.ts';
import type { SessionState, Stage } from './state.ts';
import { counts } from './waiting.ts';

/** What the network says of an animal that was kept to the end, beside what it was and what the class had bet. */
export function answerAnimal(
  state: SessionState,
  stage: Stage,
  round: number,
  animal: number,
): readonly AnimalAnswered[] {
  const { classNames, test } = materialOf(state.setup, stage.index).data;
  const example = test[animal];
  if (example === undefined) return [];
  const { output } = stage.network;
  const outputs = forward(engineOf(state, stage).topology, state.parameters, example.features);
  const answers = countedBets(state);
  return [
    {
      type: 'animal-answered',
      round,
      animal,
      outputs: [...outputs],
      predicted: classOf(output, outputs),
      truth: classOf(output, example.target),
      bets: classNames.map((_, index) => answers.filter((answer) => answer === index).length),
    },
  ];
}

function countedBets(state: SessionState): readonly number[] {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (ballot?.kind !== 'bets') return [];
  return [...ballot.bets].flatMap(([seat, answer]) => (counts(state.seats.get(seat)) ? [answer] : []));
}
