import type { LessonScript } from '../../script.ts';

export const stop: LessonScript = {
  stages: [
    {
      say: 'This is how a network learns when it has 60 animals to look at: step after step, always downhill.',
      ask: 'Does the error fall slowly, fall fast or explode? Vote. And another question: if the error of what it has seen keeps falling, is that always good news?',
      expect: '“Yes: less error is better.” Write it on the board; in 10 minutes we look at it again.',
      appears: 'The machine’s curve, which falls and levels off; the map, with a smooth border.',
      ifItFails: 'If it has levelled off already, do not wait for step 60: go on.',
      cut: 'Some 20 steps are enough.',
    },
    {
      say: 'Another network, with more neurons and only 18 animals. Outside there are another 120 that it does not learn from. Everyone decides, blind, when to stop.',
      ask: 'In which round will it be best on the animals it has not seen? Press STOP once, and once only. What do you go by?',
      expect:
        '“When the error touches zero”, or “as late as possible”. On what it has seen it gets better to the very end: that alone cannot tell.',
      appears:
        'When you reveal: the error of what is new is at its best in round 9, and rises after it. The class’s stops, without names, on the curve.',
      ifItFails:
        'If many stops fall near 9, ask what they went by: nearly always it was the map and not the curve.',
      cut: 'Raise the speed as soon as everybody has stopped, or reveal it then.',
    },
    {
      say: 'Once more, with 16 other animals and another network. Now we know that there is a turn; what we do not know is when.',
      ask: 'Stop in the same round as before? Press STOP once, and once only.',
      expect:
        '“In round 9, as before.” Here the turn comes about round 16: the number does not carry over from one training to another; one has to look at new animals.',
      appears:
        'The curve of what is new turns later. You see how it is noticed: the gap between the curves, and the rounds without improvement, the patience. Before you go on, press “Go back to the network of round 16”: that is the one tested next.',
      ifItFails:
        'Let the class make a rule: “I stop after … rounds without improvement”, and count them on the curve.',
      cut: 'Skip it if fewer than 6 minutes are left: take your time over the first reveal.',
    },
    {
      say: 'The network of the best round faces animals nobody has seen, neither to train it nor to choose the round.',
      ask: 'How many of 6 will it get right? And the network of round 60?',
      expect: '“The same: both know theirs.” Knowing 16 animals by heart is no help with the seventeenth.',
      appears: 'The animals, one by one: bets, answer and truth.',
      ifItFails:
        'If it gets all 6 right, ask whether 6 are enough to be sure. If you did not go back to the best round, tap that point of the curve and enter here again.',
      cut: 'Three animals are enough.',
    },
  ],
  exit: 'The training curve still falls. Which other curve do you ask to see before you say “go on”, and why will the same one not do?',
};
