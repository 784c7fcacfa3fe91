import type { StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';

/** What a stage is to come to, as the page says it. */
export function goalInWords(goal: StageGoal, { rounds, fastForward }: Lesson['stages'][number]): string {
  const by = `after ${rounds} rounds by hand and ${fastForward} ahead`;
  switch (goal.kind) {
    case 'stays':
      return `stays at chance: under ${share(goal.below)} right ${by}.`;
    case 'stands':
      return `cannot do better: under ${share(goal.below)} right ${by}.`;
    case 'reaches':
      return `${share(goal.accuracy)} right or more ${by}; the rounds are those in which it first is.`;
    case 'descends': {
      const rates = goal.rates.map(({ learningRate, expected }) => `${RATES[expected]} at ${learningRate}`);
      return `the machine ${rates.join(', ')}; there is ${share(goal.accuracy)} right.`;
    }
    case 'turns':
      return `the error on new examples is lowest between rounds ${goal.from} and ${goal.to}, and at least ${goal.rise * 100} % higher by round ${rounds}; the rounds are those in which it first is so much higher.`;
    case 'answers':
      return `the network is right about ${share(goal.right)} of ${rounds} animals or more.`;
  }
}

const RATES = { slow: 'is on its way', fast: 'is there within 20 steps', explodes: 'explodes' } as const;

function share(value: number): string {
  return value.toFixed(2);
}
